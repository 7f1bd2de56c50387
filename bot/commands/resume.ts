import { type Words, wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { pauseScope } from './pause-scope.ts';

/** Ends a pause, the agent's own or everybody's; says so when another one still holds. */
export const resume: Command = async ({ rest, reference, locale, journeys, person }) => {
  const asking = await person();
  const { scope } = pauseScope(asking, reference.kind, rest);
  const ended = await journeys.pauses.resume(scope, asking.name);
  const words = wordsOf(locale);
  if (scope !== 'all' && (await journeys.pauses.get('all')) !== null) {
    const lines = [words('resume.still-all')];
    return noticeReply({ title: words('pause.title'), lines, tone: 'problem' }, locale);
  }
  return noticeReply(
    { title: words('resume.title'), lines: [resumed(words, ended, scope)], tone: 'good' },
    locale,
  );
};

function resumed(words: Words, ended: boolean, scope: string): string {
  if (!ended) return words('resume.nothing');
  return words(scope === 'all' ? 'resume.done.all' : 'resume.done.you');
}
