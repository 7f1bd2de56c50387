import type { OutreachPolicy } from '../../config/config.ts';
import type { Look } from '../../delivery/delivery.ts';
import type { Dispatcher } from '../../delivery/dispatcher.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { buildMessage } from '../../outreach/build-message.ts';
import { firstEvent } from '../../outreach/first-event.ts';
import { messageFindings } from '../../outreach/message-findings.ts';
import type { Outreach, OutreachMode } from '../../outreach/outreach.ts';
import { isTimeZone } from '../../outreach/when/is-time-zone.ts';
import type { Clearance } from '../../policy/before-sending.ts';
import { byHandRefusal } from '../../policy/by-hand-refusal.ts';
import type { Finding } from '../../policy/finding.ts';
import type { Session } from '../../sessions/session.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { DirectoryAgent } from '../agents/agent-directory.ts';
import { proposeOutreach } from '../proposing/propose-outreach.ts';
import { type CandidatesParts, createCandidates } from './candidates.ts';
import type { ByHand, ByHandRequest } from './writing-by-hand.ts';

interface ByHandParts extends CandidatesParts {
  readonly ledger: Pick<Ledger, 'open'>;
  /** The truth check, given up when the asker would have to wait too long; throws what it throws. */
  readonly look: (conversationId: string) => Look;
  /** The checks of the moment before a send. */
  readonly clear: (outreach: Outreach, look: Look) => Promise<Clearance>;
  readonly dispatch: Dispatcher['dispatch'];
  readonly outreaches: Pick<OutreachTable, 'ofEvent'>;
  readonly sessions: Pick<SessionTable, 'get'>;
  readonly policy: () => Promise<OutreachPolicy>;
}

/**
 * An agent chose a customer and wrote the message: into the ledger with it, by the rules that hold for what presence proposes. Asked
 * once at the press, so that the agent hears of a no at once, and once more when it leaves.
 */
export function createByHand(parts: ByHandParts): ByHand {
  const { ledger, judge, look, clear, dispatch, outreaches, sessions, directory, policy, now, newId } = parts;

  async function refuse(finding: Finding, lastActivityAt: number, begun: Look | null): Promise<never> {
    const { quietHours, timeZone: ours } = await policy();
    const told = (await begun)?.timeZone;
    const timeZone = typeof told === 'string' && isTimeZone(told) ? told : ours;
    const { code, facts } = byHandRefusal(finding, { now: now(), lastActivityAt, quietHours, timeZone });
    throw new ReachbackError(code, { facts });
  }

  /** The session of that id, if its customer is on the list of this agent now. */
  async function candidate(agent: DirectoryAgent, conversationId: string): Promise<Session> {
    // An invented id is not worth going through the list.
    if ((await sessions.get(conversationId)) === null) throw new ReachbackError('outreach.not-a-candidate');
    for await (const { session, leftAlone } of judge(agent)) {
      if (session.conversationId !== conversationId) continue;
      if (leftAlone === null) return session;
      return refuse({ ends: 'held', reason: leftAlone }, session.lastActivityAt, null);
    }
    throw new ReachbackError('outreach.not-a-candidate');
  }

  function propose(
    agent: DirectoryAgent,
    session: Session,
    { eventId, text }: ByHandRequest,
    mode: OutreachMode,
  ): Outreach {
    const { queueId } = session;
    return proposeOutreach({
      id: newId(),
      kind: 'by-hand',
      eventId,
      session,
      agent,
      queueName: queueId === null ? null : directory.queueName(queueId),
      text: asWritten(text),
      mode,
      sendAt: null,
      now: now(),
    });
  }

  /** What the text alone tells: the platform need not be asked for it. */
  function checkText(proposed: Outreach): void {
    const { conversationId, externalContactId } = proposed;
    const leg = { channelId: null, guestId: null, externalContactId: null };
    const [unfit] = messageFindings(buildMessage(proposed), { conversationId, externalContactId, leg });
    if (unfit !== undefined) throw new ReachbackError(unfit);
  }

  async function ask(agent: DirectoryAgent, request: ByHandRequest): Promise<Outreach> {
    const session = await candidate(agent, request.conversationId);
    const { mode, approvalMs } = await policy();
    const proposed = propose(agent, session, request, mode);
    checkText(proposed);
    const begun = look(session.conversationId);
    const clearance = await clear(proposed, begun);
    if ('findings' in clearance) return refuse(clearance.findings[0], session.lastActivityAt, begun);
    const { by, mayApprove } = request;
    const first = mayApprove
      ? { type: 'approved' as const, by }
      : firstEvent(mode, proposed.createdAt, approvalMs);
    const opened = await ledger.open(proposed, first, { who: by, why: 'asked to write to this customer' });
    if (opened === 'customer-busy' || opened === 'event-counted')
      throw new ReachbackError('outreach.customer-busy');
    // The asker is answered now; a send that fails here is taken up again by the dispatcher's sweep.
    if (opened.state === 'approved') dispatch(opened, begun).catch(() => {});
    return opened;
  }

  return {
    ...createCandidates(parts),
    async request(request) {
      const agent = directory.agent(request.agentId);
      if (agent === null) throw new ReachbackError('teams.person-unknown');
      const counted = await outreaches.ofEvent(request.eventId);
      if (counted !== null) return sameWords(counted, request);
      try {
        return await ask(agent, request);
      } catch (cause) {
        // The same press delivered twice at a time: the other one was first, and that is no refusal.
        const first = await outreaches.ofEvent(request.eventId);
        if (first === null) throw cause;
        return sameWords(first, request);
      }
    },
  };
}

function asWritten(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** A form counts once; who presses it again with other words is not told that those are on their way. */
function sameWords(counted: Outreach, { text }: ByHandRequest): Outreach {
  if ((counted.proposedText ?? counted.text) === asWritten(text)) return counted;
  throw new ReachbackError('outreach.other-words-first');
}
