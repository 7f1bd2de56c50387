import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { type OutreachState, outreachStates } from '../outreach/outreach.ts';

/** A stored state as the type. Throws `store.row-invalid`. */
export function outreachStateFrom(stored: string): OutreachState {
  const seen = z.enum(outreachStates).safeParse(stored);
  if (!seen.success)
    throw new ReachbackError('store.row-invalid', { cause: seen.error, facts: { column: 'state' } });
  return seen.data;
}
