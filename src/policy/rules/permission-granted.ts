import type { HeldReason } from '../held-reason.ts';

/** The client must have the right the route needs; where that could not be read it is not taken for missing. */
export function permissionGranted(facts: { granted: boolean | null }): HeldReason | null {
  return facts.granted === false ? 'permission-missing' : null;
}
