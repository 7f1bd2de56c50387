import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { HandOffs } from '../../src/journeys/hand-off/handing-off.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import { handOffCard } from '../cards/hand-off-card.ts';
import { codedError } from '../coded-error.ts';
import { handOffViewOf } from '../hand-off/hand-off-view-of.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { Person } from '../people/people.ts';
import { pressedId } from './pressed-id.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

export interface PressHandOffParts {
  readonly person: () => Promise<Person>;
  /** This very press: the same when it is delivered again. */
  readonly pressId: string;
  readonly handOffs: Pick<HandOffs, 'begin' | 'end' | 'get'>;
  readonly outreaches: Pick<OutreachTable, 'get'>;
  readonly locale: Locale;
  readonly log: Logger;
}

const verbs = z.enum(['hand-off.begin', 'hand-off.end']);
const beginning = z.object({ handOffOf: pressedId });
const filled = z.object({
  handOffTo: z.string().regex(/^[a-z0-9-]{1,40}\/./s),
  handOffReason: z.enum(['escalation', 'their-subject', 'their-language', 'other']),
  handOffNote: z.string().nullish(),
});
const ending = z.object({ handOffId: pressedId });

/** Whether a button is one of a hand-off. */
export function isHandOffVerb(verb: string): boolean {
  return verbs.safeParse(verb).success;
}

/**
 * Answers such a press, always: what was begun, the card as it is now, or why nothing was done. An outreach’s own agent begins; they or a
 * supervisor end. What the button holds is not trusted.
 */
export async function pressHandOff(
  verb: string,
  data: unknown,
  parts: PressHandOffParts,
): Promise<CardAnswer> {
  const { locale, log } = parts;
  try {
    return verb === 'hand-off.begin' ? await begin(data, parts) : await end(data, parts);
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, facts: error.facts, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

async function begin(data: unknown, parts: PressHandOffParts): Promise<CardAnswer> {
  const { handOffs, outreaches, pressId, locale } = parts;
  const pressed = beginning.safeParse(data);
  if (!pressed.success) throw new ReachbackError('teams.action-unknown');
  const words = wordsOf(locale);
  const chosen = filled.safeParse(data);
  if (!chosen.success) return { kind: 'message', text: words('hand-off.incomplete') };
  const { agent } = await parts.person();
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  const outreach = await outreaches.get(pressed.data.handOffOf);
  if (outreach === null) throw new ReachbackError('outreach.not-found');
  if (outreach.agentId !== agent.agentId) throw new ReachbackError('reply.not-yours');
  const { handOffTo, handOffReason, handOffNote } = chosen.data;
  const slash = handOffTo.indexOf('/');
  const { partnerName } = await handOffs.begin({
    conversationId: outreach.answer?.conversationId ?? outreach.conversationId,
    partnerId: handOffTo.slice(0, slash),
    queue: handOffTo.slice(slash + 1),
    reason: handOffReason,
    note: handOffNote ?? null,
    by: { agentId: agent.agentId, name: agent.name },
    eventId: `hand-off ${pressId}`,
  });
  return { kind: 'message', text: words('hand-off.begun', { partner: partnerName }) };
}

async function end(data: unknown, parts: PressHandOffParts): Promise<CardAnswer> {
  const { handOffs, locale } = parts;
  const pressed = ending.safeParse(data);
  if (!pressed.success) throw new ReachbackError('teams.action-unknown');
  const { handOffId: id } = pressed.data;
  const { agent, supervisor, name } = await parts.person();
  const handOff = await handOffs.get(id);
  if (handOff === null) throw new ReachbackError('handoff.not-found');
  if (!supervisor && handOff.agentId !== agent?.agentId) throw new ReachbackError('handoff.not-yours');
  const ended = await handOffs.end({ id, byName: name });
  return { kind: 'card', card: handOffCard(handOffViewOf(ended, 'ours'), locale) };
}
