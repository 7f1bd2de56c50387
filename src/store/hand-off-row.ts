import type { Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import {
  type HandOff,
  handOffContracts,
  handOffEnds,
  handOffReasons,
  handOffStates,
  type TicketAudit,
} from './shapes/hand-off-table.ts';

/** A stored hand-off. Throws a TypeError for a word nobody knows. */
export function handOffFromRow(row: Selectable<Schema['handOff']>): HandOff {
  return {
    ...row,
    state: known(handOffStates, row.state),
    contract: known(handOffContracts, row.contract),
    reason: known(handOffReasons, row.reason),
    endedBy: row.endedBy === null ? null : known(handOffEnds, row.endedBy),
  };
}

/** A stored verdict on a ticket. */
export function ticketAuditFromRow(row: Selectable<Schema['ticketAudit']>): TicketAudit {
  return { ...row, action: known(['session.validation.failed', 'session.accepted'] as const, row.action) };
}

function known<Word extends string>(words: readonly Word[], given: string): Word {
  const word = words.find((each) => each === given);
  if (word === undefined) throw new TypeError(`a hand-off says ${given}`);
  return word;
}
