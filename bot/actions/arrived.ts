import type { Action } from './action.ts';

/** Somebody looked: the message whose answer was lost is in the conversation. */
export const arrived: Action = {
  whose: 'supervisor-or-agent',
  press: ({ outreachId, person, decisions }) =>
    decisions.decide({ outreachId, verdict: 'arrived', by: person.name }),
};
