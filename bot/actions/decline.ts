import type { Action } from './action.ts';

/** A supervisor's no; a press that comes too late gives the outreach as somebody else left it. */
export const decline: Action = ({ outreachId, person, approval }) =>
  approval.decide({ outreachId, verdict: 'decline', by: person.name });
