import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Journeys } from '../../src/journeys/journeys.ts';
import type { AgentPerson } from '../../src/journeys/replying/replying.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { DrawReply } from '../card-sync/draw-reply.ts';
import type { ReplyView } from '../cards/reply-view.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import { pressedId } from './pressed-id.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

export interface PressReplyParts {
  readonly person: () => Promise<Person>;
  /** Of who presses. */
  readonly personKey: string;
  /** This very press: the same when it is delivered again. */
  readonly pressId: string;
  readonly journeys: Pick<Journeys, 'replies' | 'signIns'>;
  readonly outreaches: Pick<OutreachTable, 'get'>;
  readonly draw: DrawReply;
  readonly locale: Locale;
  readonly log: Logger;
}

const verbs = z.enum(['reply.send', 'reply.sign-in']);
const form = z.object({
  replyTo: pressedId,
  /** The form's own; a card of an older version has none. */
  replyNo: z.int().min(0).nullish(),
  replyText: z.string().default(''),
});

type Told = Partial<Pick<ReplyView, 'problem' | 'draft' | 'signInAt'>>;

/** Whether a button is one of the card of a customer’s answer. */
export function isReplyVerb(verb: string): boolean {
  return verbs.safeParse(verb).success;
}

/**
 * Answers such a press, always: with the card as it is now, or a message why nothing was done. Only the outreach's own agent gets
 * anything to see or to do; what the button holds is not trusted.
 */
export async function pressReply(verb: string, data: unknown, parts: PressReplyParts): Promise<CardAnswer> {
  const { personKey, outreaches, draw, locale, log } = parts;
  try {
    const filled = form.safeParse(data);
    if (!filled.success) throw new ReachbackError('teams.action-unknown');
    const { agent } = await parts.person();
    if (agent === null) throw new ReachbackError('teams.person-unknown');
    const outreachId = filled.data.replyTo;
    const asking = { personKey, agentId: agent.agentId };
    requireOwn(asking, await outreaches.get(outreachId));
    const told =
      verb === 'reply.send'
        ? await send(asking, filled.data, parts)
        : { signInAt: parts.journeys.signIns.link(asking) };
    // What it says now: a reply may have changed it.
    const outreach = await outreaches.get(outreachId);
    if (outreach === null) throw new ReachbackError('outreach.not-found');
    const { card } = await draw(outreach, { personKey, locale, mayBeUnread: true }, told);
    return { kind: 'card', card };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, facts: error.facts, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, locale) };
  }
}

function requireOwn({ agentId }: AgentPerson, outreach: Outreach | null): void {
  if (outreach === null) throw new ReachbackError('outreach.not-found');
  if (outreach.agentId !== agentId) throw new ReachbackError('reply.not-yours');
  if (outreach.state !== 'replied') throw new ReachbackError('reply.not-replied');
}

/** What the card is to say besides what became of the reply: why it was not sent, with the words and a way on. */
async function send(
  asking: AgentPerson,
  { replyTo: outreachId, replyNo, replyText: text }: z.infer<typeof form>,
  { journeys, pressId }: PressReplyParts,
): Promise<Told> {
  const { replies, signIns } = journeys;
  const notSent = (problem: NonNullable<ReplyView['problem']>): Told => ({
    problem,
    draft: text,
    signInAt: problem === 'reply.not-connected' ? null : signIns.link(asking),
  });
  try {
    const eventId = typeof replyNo === 'number' ? sameWords(outreachId, replyNo, text) : pressId;
    const { state, code } = await replies.send({ ...asking, outreachId, text, eventId });
    return state === 'refused' && code === 'reply.sign-in.ended' ? notSent(code) : { draft: '' };
  } catch (cause) {
    if (!(cause instanceof ReachbackError)) throw cause;
    const { code } = cause;
    if (code !== 'reply.not-signed-in' && code !== 'reply.not-connected' && code !== 'reply.sign-in.ended')
      throw cause;
    return notSent(code);
  }
}

/** The same words from the same form are one reply, however often its button is pressed: Teams may have lost the answer. */
function sameWords(outreachId: string, replyNo: number, text: string): string {
  const words = createHash('sha256').update(text.trim()).digest('base64url');
  return `reply ${outreachId} ${replyNo} ${words}`;
}
