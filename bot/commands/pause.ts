import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { pauseScope } from './pause-scope.ts';

/** Stops new outreach, the agent's own or everybody's. */
export const pause: Command = async ({ reference, locale, journeys, person }) => {
  const asking = await person();
  const scope = pauseScope(asking, reference.kind);
  await journeys.pauses.pause(scope, asking.name);
  const words = wordsOf(locale);
  const line = words(scope === 'all' ? 'pause.done.all' : 'pause.done.you');
  return noticeReply({ title: words('pause.title'), lines: [line], tone: 'plain' }, locale);
};
