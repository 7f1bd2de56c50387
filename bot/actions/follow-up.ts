import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { FollowUps } from '../../src/journeys/journeys.ts';
import { formatWhen } from '../../src/outreach/when/format-when.ts';
import type { Locale } from '../locales/locale.ts';
import { whenWords } from '../locales/when-words.ts';
import type { Words } from '../locales/words.ts';
import type { Action } from './action.ts';

/** The inputs of the card's form; Teams may leave out an empty one. */
const form = z.object({
  followUpText: z.string().default(''),
  followUpWhen: z.string().default(''),
  followUpWords: z.string().default(''),
});

/** Somebody wants to write once more to this customer: own words for the hour count before the hour chosen from the list. */
export const followUp: Action = {
  whose: 'journey',
  async press({ outreachId, person, data, pressId, timeZone, followUps, words, locale }) {
    const filled = form.safeParse(data);
    if (!filled.success) throw new ReachbackError('teams.action-unknown');
    const { followUpText, followUpWhen, followUpWords } = filled.data;
    const asked = await followUps.request({
      outreachId,
      by: person.name,
      agentId: person.agent?.agentId ?? null,
      text: followUpText,
      when: followUpWords.trim() === '' ? followUpWhen : followUpWords,
      timeZone,
      eventId: pressId,
      mayApprove: person.supervisor,
    });
    return { said: answer(asked, words, locale) };
  },
};

function answer(
  { outreach, timeZone, shift }: Awaited<ReturnType<FollowUps['request']>>,
  words: Words,
  locale: Locale,
): string {
  const { state, sendAt } = outreach;
  const waits = state === 'awaiting-approval';
  const said =
    sendAt === null
      ? words(waits ? 'follow-up.said-now-approval' : 'follow-up.said-now')
      : words(waits ? 'follow-up.said-later-approval' : 'follow-up.said-later', {
          when: whenWords(formatWhen(sendAt, timeZone), locale),
        });
  return shift === null ? said : `${said} ${words(`follow-up.${shift}`)}`;
}
