import type { Action } from './action.ts';

/** A supervisor's no; a press that comes too late gives the outreach as somebody else left it. */
export const decline: Action = async ({ outreachId, person, approval }) => {
  const { outreach } = await approval.decide({ outreachId, verdict: 'decline', by: person.name });
  return outreach;
};
