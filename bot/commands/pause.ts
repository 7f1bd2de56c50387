import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { formatWhen } from '../../src/outreach/when/format-when.ts';
import { readTill } from '../../src/outreach/when/read-till.ts';
import { whenWords } from '../locales/when-words.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { pauseScope } from './pause-scope.ts';

/** Stops new outreach, the agent's own or everybody's: for so long, until an hour, or without an end. */
export const pause: Command = async ({
  rest: said,
  reference,
  locale,
  timeZone: told,
  journeys,
  clock,
  person,
}) => {
  const asking = await person();
  const { scope, rest } = pauseScope(asking, reference.kind, said);
  const timeZone = await journeys.overview.zoneFor(told);
  const until = rest.trim() === '' ? null : readTill(rest, { now: clock.now(), timeZone });
  if (until === null && rest.trim() !== '') throw new ReachbackError('teams.pause-end-unclear');
  await journeys.pauses.pause(scope, asking.name, until);
  const words = wordsOf(locale);
  const done = scope === 'all' ? 'pause.done.all' : 'pause.done.you';
  const line =
    until === null
      ? words(done)
      : words(`${done}.until`, { when: whenWords(formatWhen(until, timeZone), locale) });
  return noticeReply({ title: words('pause.title'), lines: [line], tone: 'plain' }, locale);
};
