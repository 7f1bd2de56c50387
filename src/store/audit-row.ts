import type { Selectable } from 'kysely';
import { outreachStateFrom } from './outreach-state-from.ts';
import type { Schema } from './schema.ts';
import type { AuditStep } from './shapes/outreach-table.ts';

/** A stored step of an outreach. Throws `store.row-invalid`. */
export function auditFromRow(stored: Selectable<Schema['audit']>): AuditStep {
  return {
    at: stored.at,
    who: stored.who,
    why: stored.why,
    from: stored.fromState === null ? null : outreachStateFrom(stored.fromState),
    to: outreachStateFrom(stored.toState),
  };
}
