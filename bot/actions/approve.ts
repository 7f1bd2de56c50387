import type { Action } from './action.ts';

/** A supervisor’s yes; a press that comes too late gives the outreach as somebody else left it. */
export const approve: Action = {
  whose: 'supervisor',
  press: ({ outreachId, person, decisions }) =>
    decisions.decide({ outreachId, verdict: 'approve', by: person.name }),
};
