import type { Decisions } from '../../src/journeys/journeys.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Person } from '../people.ts';

interface ActionContext {
  readonly outreachId: string;
  /** Already known to have the right. */
  readonly person: Person;
  readonly decisions: Decisions;
}

/** One card button. */
export interface Action {
  /** Whose word counts: a supervisor's only, or that of the outreach's own agent, too. */
  readonly whose: 'supervisor' | 'supervisor-or-agent';
  /** Does it, and gives the outreach as it stands afterwards. Throws a ReachbackError to refuse. */
  press(context: ActionContext): Promise<Outreach>;
}
