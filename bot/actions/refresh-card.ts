import type { Logger } from 'pino';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { burstCard } from '../cards/burst-card.ts';
import { burstView } from '../cards/burst-view.ts';
import { cardView } from '../cards/card-view.ts';
import { outreachCard } from '../cards/outreach-card.ts';
import { roleView } from '../cards/role-view.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import { pressedBurst } from './pressed-burst.ts';
import { pressedOutreach } from './pressed-outreach.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

/** Whether Teams asks, by itself or by somebody's wish, what a card shows to who looks at it. */
export function isRefreshVerb(verb: string): boolean {
  return verb === 'outreach.refresh' || verb === 'burst.refresh';
}

/**
 * The card as it stands for who looks at it: with the buttons of a decision for a supervisor. Only what was shown in the conversation
 * anyway, whatever the data names. Changes nothing.
 */
export async function refreshCard(
  verb: string,
  data: unknown,
  parts: {
    readonly person: () => Promise<Person>;
    /** Whom it knows as who looks at it; another gets the card without buttons. */
    readonly userId: string;
    readonly conversationId: string;
    readonly outreaches: Pick<OutreachTable, 'get'>;
    readonly bursts: Pick<Store['bursts'], 'get' | 'members'>;
    readonly cards: Pick<Store['cards'], 'of'>;
    readonly locale: Locale;
    readonly log: Logger;
  },
): Promise<CardAnswer> {
  try {
    const { supervisor } = await parts.person();
    const card = await (verb === 'burst.refresh' ? burst(data, parts) : outreach(data, parts));
    if (supervisor) return { kind: 'card', card };
    // It goes to who asked alone: asking anew would give the same.
    const { refresh: _, ...plain } = roleView(card, [parts.userId]);
    return { kind: 'card', card: plain };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    parts.log.info({ code: error.code, verb, err: error }, 'a card was not refreshed');
    return { kind: 'message', text: refusalWords(error, parts.locale) };
  }
}

async function outreach(data: unknown, parts: Parameters<typeof refreshCard>[2]): Promise<AdaptiveCard> {
  const { outreaches, cards, conversationId, locale } = parts;
  const outreachId = pressedOutreach(data);
  if (outreachId === null) throw new ReachbackError('teams.action-unknown');
  const [found, shown] = await Promise.all([outreaches.get(outreachId), cards.of(outreachId)]);
  if (
    found === null ||
    !shown.some((row) => row.conversationId === conversationId && row.activityId !== null)
  )
    throw new ReachbackError('outreach.not-on-this-card');
  return outreachCard(cardView(found, locale), locale);
}

async function burst(data: unknown, parts: Parameters<typeof refreshCard>[2]): Promise<AdaptiveCard> {
  const { outreaches, bursts, conversationId, locale } = parts;
  const burstId = pressedBurst(data)?.burstId;
  const found = burstId === undefined ? null : await bursts.get(burstId);
  if (found === null || found.conversationId !== conversationId)
    throw new ReachbackError('outreach.not-on-this-card');
  const members = await Promise.all(
    (await bursts.members(found.id)).map(async ({ place, outreachId }) => ({
      place,
      outreach: await outreaches.get(outreachId),
    })),
  );
  const known = members.flatMap(({ place, outreach: row }) =>
    row === null ? [] : [{ place, outreach: row }],
  );
  return burstCard(burstView(found.id, known, locale), locale);
}
