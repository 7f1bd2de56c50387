import type { HeldReason } from '../../policy/held-reason.ts';
import type { Session } from '../../sessions/session.ts';
import type { DirectoryAgent } from '../agents/agent-directory.ts';
import type { JudgeCustomers } from './judge-customers.ts';

/** The customers who may be proposed for an agent, best first, judged only as far as they are asked for; not those to `skip`. */
export type FindCandidates = (
  agent: DirectoryAgent,
  skip?: (session: Session) => boolean,
) => AsyncGenerator<Session, void, undefined>;

/** Those of the judged who may be written to. */
export function createFindCandidates(parts: {
  judge: JudgeCustomers;
  /** Told of each customer left alone, with the one reason. */
  leftAlone: (reason: HeldReason) => void;
}): FindCandidates {
  const { judge, leftAlone } = parts;
  return async function* findCandidates(agent, skip) {
    for await (const { session, leftAlone: reason } of judge(agent, skip)) {
      if (reason === null) yield session;
      else leftAlone(reason);
    }
  };
}
