import type { HandOff, HandOffPatch, HandOffState } from '../../store/shapes/hand-off-table.ts';
import type { HandOffEvent } from './hand-off-event.ts';

/**
 * The whole state machine of a hand-off: what an event changes, or null where it comes late, doubled or out of order. `now` is epoch
 * milliseconds. Pure.
 */
export function nextStep(handOff: HandOff, event: HandOffEvent, now: number): HandOffPatch | null {
  const { state, contract } = handOff;
  const from = (...states: readonly HandOffState[]) => states.includes(state);
  switch (event.kind) {
    case 'ticket-accepted':
      return from('proposed') ? { state: 'asserted', ticketId: event.ticketId, code: null } : null;
    case 'ticket-refused':
      return from('proposed') ? { state: 'refused', ticketId: event.ticketId, code: event.code } : null;
    case 'leaving':
      return from('asserted') ? { state: 'moving', attemptedAt: now } : null;
    case 'refused':
      return from('asserted', 'moving') ? { state: 'refused', code: event.code } : null;
    case 'failed':
      return from('proposed', 'asserted', 'moving', 'unknown') ? { state: 'failed', code: event.code } : null;
    case 'lost':
      return from('moving') && contract === 'field' ? { state: 'unknown', code: event.code } : null;
    case 'bridged':
      return from('moving') && contract === 'bridge' ? { state: 'bridged', code: null } : null;
    case 'moved':
      return from('moving', 'unknown') && contract === 'field'
        ? { state: 'moved', code: null, destinationConversationId: event.destinationConversationId }
        : null;
    case 'progress':
      return progress(handOff, event);
    case 'ended':
      // A move on its way by the field contract cannot be taken back: its answer says where it is.
      if (contract === 'field' && !from('proposed', 'asserted')) return null;
      return from('proposed', 'asserted', 'moving', 'bridged')
        ? { state: 'ended', endedBy: event.by, endedByName: event.byName, code: event.code, waiting: 0 }
        : null;
  }
}

/** Counts only grow; the last messages may be counted after the end. */
function progress(handOff: HandOff, event: HandOffEvent & { kind: 'progress' }): HandOffPatch | null {
  const { state, toPartner, toCustomer, waiting, code } = handOff;
  if (state !== 'bridged' && state !== 'ended') return null;
  const over = state === 'ended';
  const next = {
    toPartner: Math.max(toPartner, event.toPartner),
    toCustomer: Math.max(toCustomer, event.toCustomer),
    waiting: over ? 0 : event.waiting,
    code: over ? code : event.code,
  };
  const same =
    next.toPartner === toPartner &&
    next.toCustomer === toCustomer &&
    next.waiting === waiting &&
    next.code === code;
  return same ? null : next;
}
