import type { Approval } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Person } from '../people.ts';

interface ActionContext {
  readonly outreachId: string;
  /** Already known to be a supervisor. */
  readonly person: Person;
  readonly approval: Approval;
}

/** One card button: does it, and gives the outreach as it stands afterwards. Throws a ReachbackError to refuse. */
export type Action = (context: ActionContext) => Promise<Outreach>;
