import type { HandOff } from '../../src/store/shapes/hand-off-table.ts';
import type { HandOffView } from '../cards/hand-off-view.ts';

/** A hand-off as its card shows it to one of the two sides. */
export function handOffViewOf(handOff: HandOff, side: HandOffView['side']): HandOffView {
  const { id, createdAt, updatedAt, state, ticketId, version: _, ...rest } = handOff;
  return {
    handOffId: id,
    state,
    code: rest.code,
    customerName: rest.customerName,
    partnerName: rest.partnerName,
    queue: rest.queue,
    agentName: rest.agentName,
    originalQueue: rest.originalQueue,
    reason: rest.reason,
    note: rest.note,
    contract: rest.contract,
    // Refused before any attempt to move it: by the ticket.
    attempted: state === 'refused' ? rest.attemptedAt !== null : ticketId !== null,
    toPartner: rest.toPartner,
    toCustomer: rest.toCustomer,
    waiting: rest.waiting,
    endedBy: rest.endedBy,
    endedByName: rest.endedByName,
    proposedAt: createdAt,
    changedAt: updatedAt,
    side,
  };
}
