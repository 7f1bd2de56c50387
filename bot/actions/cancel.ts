import type { Action } from './action.ts';

/** Somebody takes back a message that has not left yet. */
export const cancel: Action = {
  whose: 'supervisor-or-agent',
  press: ({ outreachId, person, decisions }) =>
    decisions.decide({ outreachId, verdict: 'cancel', by: person.name }),
};
