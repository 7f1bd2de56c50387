import type { OutreachPolicy } from '../../config/config.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { rankGround } from '../../outreach/rank-sessions.ts';
import type { HeldReason } from '../../policy/held-reason.ts';
import { outsideQuietHours } from '../../policy/rules/outside-quiet-hours.ts';
import { namedBy } from '../../sessions/named-by.ts';
import type { Session } from '../../sessions/session.ts';
import type { AgentDirectory, DirectoryAgent } from '../agents/agent-directory.ts';
import type { Pauses } from '../journeys.ts';
import type { JudgeCustomers } from '../proposing/judge-customers.ts';
import type { WordingOf } from '../proposing/wording-of.ts';
import type { ByHand, Candidate, CustomerFound, CustomerHere } from './writing-by-hand.ts';

const mostListed = 5;

export interface CandidatesParts {
  readonly judge: JudgeCustomers;
  readonly directory: Pick<AgentDirectory, 'agent' | 'queueIds' | 'queueName'>;
  readonly pauses: Pick<Pauses, 'holds'>;
  readonly wording: WordingOf;
  /** What holds now; throws what the store throws. */
  readonly policy: () => Promise<Pick<OutreachPolicy, 'text' | 'quietHours' | 'timeZone'>>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Whom an agent may write to now, as far as is known without asking the platform; the rest is asked before a send. */
export function createCandidates(parts: CandidatesParts): Pick<ByHand, 'candidates' | 'search'> {
  const { judge, directory, pauses, wording, policy, now, newId } = parts;

  function watched(agentId: string): DirectoryAgent {
    const agent = directory.agent(agentId);
    if (agent === null) throw new ReachbackError('teams.person-unknown');
    return agent;
  }

  function here(session: Session): CustomerHere {
    const { conversationId, customerName, queueId, lastActivityAt, endedAt, endedBy } = session;
    const queueName = queueId === null ? null : directory.queueName(queueId);
    return { conversationId, customerName, queueName, lastActivityAt, endedAt, endedBy };
  }

  function draftOf({ customerName, queueName }: CustomerHere, agent: DirectoryAgent, text: string): string {
    return wording(text)({ customer: customerName, agent: agent.name, queue: queueName });
  }

  return {
    async candidates(agentId) {
      const agent = watched(agentId);
      const paused = await pauses.holds(agentId);
      const at = now();
      const { text, quietHours, timeZone } = await policy();
      const night = outsideQuietHours({ now: at, quietHours, timeZone, otherwise: timeZone }) !== null;
      const best: Candidate[] = [];
      const leftAlone: Partial<Record<HeldReason, number>> = {};
      let more = 0;
      if (!paused)
        for await (const { session, leftAlone: reason } of judge(agent)) {
          if (reason !== null) leftAlone[reason] = (leftAlone[reason] ?? 0) + 1;
          else if (best.length === mostListed) more += 1;
          else {
            const customer = here(session);
            best.push({
              ...customer,
              rank: rankGround(session, agent),
              draft: draftOf(customer, agent, text),
            });
          }
        }
      return { id: newId(), at, paused, quietHours: night, best, more, leftAlone };
    },

    async search(agentId, words) {
      const agent = agentId === null ? null : watched(agentId);
      const named = namedBy(words);
      const { text } = await policy();
      const found: CustomerFound[] = [];
      for await (const { session, leftAlone } of judge(agent ?? { id: '', queueIds: directory.queueIds() })) {
        if (!named(session.customerName)) continue;
        const customer = here(session);
        found.push({ ...customer, leftAlone, draft: agent === null ? null : draftOf(customer, agent, text) });
      }
      return found.sort((one, other) => other.lastActivityAt - one.lastActivityAt);
    },
  };
}
