import type { Action } from './action.ts';

/** A supervisor’s no; a press that comes too late gives the outreach as somebody else left it. */
export const decline: Action = {
  whose: 'supervisor',
  press: ({ outreachId, person, decisions }) =>
    decisions.decide({ outreachId, verdict: 'decline', by: person.name }),
};
