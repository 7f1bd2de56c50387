import type { RecordEntry } from '../log/record-entry.ts';
import type { Scale } from '../seed/scale.ts';
import type { TeamsWorld } from '../teams/teams-world.ts';
import type { Org } from './org.ts';

/**
 * The sandbox's whole state, as plain JSON: what is here survives a restart through the snapshot file.
 * Times are epoch milliseconds. Maps are keyed by id.
 */
export interface World {
  seed: string;
  seededAt: number;
  /** How large it was seeded, when larger than as it is written. */
  scale?: Scale;
  /** How far the sandbox's clock is ahead of the computer's. */
  clockAheadMs: number;
  orgs: Map<string, Org>;
  teams: TeamsWorld;
  /** Append-only: what each customer and each Teams conversation saw. */
  record: RecordEntry[];
}
