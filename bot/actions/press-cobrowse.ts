import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { CobrowseRequest } from '../../src/journeys/cobrowse/cobrowsing.ts';
import type { Journeys } from '../../src/journeys/journeys.ts';
import type { AgentPerson } from '../../src/journeys/replying/replying.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { againEvent, type DrawCobrowse } from '../card-sync/draw-cobrowse.ts';
import type { DrawReply } from '../card-sync/draw-reply.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import { pressedId } from './pressed-id.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

interface PressCobrowseParts {
  readonly person: () => Promise<Person>;
  /** Of who presses. */
  readonly personKey: string;
  readonly reference: Pick<ConversationReference, 'kind'>;
  readonly journeys: Pick<Journeys, 'cobrowses'>;
  readonly outreaches: Pick<OutreachTable, 'get'>;
  readonly drawReply: DrawReply;
  readonly drawCobrowse: DrawCobrowse;
  readonly locale: Locale;
  readonly log: Logger;
}

const start = z.object({
  cobrowseOn: pressedId,
  cobrowseNo: z.int().min(0),
  cobrowseMode: z.enum(['view', 'control']),
  /** The outreach of the card it was pressed on, where that is the card of an answer. */
  cobrowseFrom: pressedId.optional(),
});
const again = z.object({ cobrowseEvent: z.string().min(1).max(2_000) });
const verbs = z.enum(['cobrowse.offer', 'cobrowse.again']);

/** Whether a button is one that offers cobrowse. */
export function isCobrowseVerb(verb: string): boolean {
  return verbs.safeParse(verb).success;
}

/**
 * Answers such a press, always: with the card it was pressed on as it is now, or a message. The card that follows the offer is posted by
 * itself. What the button holds is not trusted: the journey looks whether who presses is in that conversation.
 */
export async function pressCobrowse(
  verb: string,
  data: unknown,
  parts: PressCobrowseParts,
): Promise<CardAnswer> {
  const { personKey, locale, log } = parts;
  try {
    const { agent } = await parts.person();
    if (agent === null) throw new ReachbackError('teams.person-unknown');
    if (parts.reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
    const asking = { personKey, agentId: agent.agentId };
    return verb === 'cobrowse.again'
      ? await offerAgain(asking, data, parts)
      : await offer(asking, data, parts);
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, facts: error.facts, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

async function offer(asking: AgentPerson, data: unknown, parts: PressCobrowseParts): Promise<CardAnswer> {
  const { journeys, outreaches, drawReply, locale } = parts;
  const pressed = start.safeParse(data);
  if (!pressed.success) throw new ReachbackError('teams.action-unknown');
  const { cobrowseOn: target, cobrowseNo, cobrowseMode: mode, cobrowseFrom } = pressed.data;
  const eventId = `cobrowse ${target} ${cobrowseNo} ${mode}`;
  await journeys.cobrowses.offer({ ...asking, target, mode, eventId });
  const outreach = cobrowseFrom === undefined ? null : await outreaches.get(cobrowseFrom);
  if (outreach === null || outreach.agentId !== asking.agentId || outreach.state !== 'replied')
    return { kind: 'message', text: wordsOf(locale)('cobrowse.said.offered') };
  const { card } = await drawReply(outreach, { personKey: asking.personKey, locale, mayBeUnread: true });
  return { kind: 'card', card };
}

async function offerAgain(
  asking: AgentPerson,
  data: unknown,
  { journeys, drawCobrowse, locale }: PressCobrowseParts,
): Promise<CardAnswer> {
  const pressed = again.safeParse(data);
  const before = pressed.success ? await journeys.cobrowses.ofEvent(pressed.data.cobrowseEvent) : null;
  if (before === null) throw new ReachbackError('teams.action-unknown');
  if (before.agentId !== asking.agentId) throw new ReachbackError('cobrowse.not-yours');
  const request: CobrowseRequest = {
    ...asking,
    target: before.conversationId,
    mode: before.mode,
    eventId: againEvent(before.eventId),
  };
  await journeys.cobrowses.offer(request);
  const { card } = await drawCobrowse(before, { locale });
  return { kind: 'card', card };
}
