import type { Action } from './action.ts';

/** Somebody looked: the message whose answer was lost is not there. Nothing is sent again. */
export const didNotArrive: Action = {
  whose: 'supervisor-or-agent',
  press: ({ outreachId, person, decisions }) =>
    decisions.decide({ outreachId, verdict: 'did-not-arrive', by: person.name }),
};
