import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { declineReasons, longestDeclineNote } from '../../src/outreach/outreach.ts';
import type { Action } from './action.ts';

/** The form's inputs; what is left empty Teams may send as an empty text or not at all. */
const form = z.object({
  declineReason: z.enum(declineReasons).or(z.literal('')).nullish(),
  declineNote: z.string().nullish(),
});

/** Nobody sees them, and PostgreSQL refuses some in a text. */
const control = /(?![\t\n])\p{Cc}/gu;

/** A supervisor’s no, with its reason; a press that comes too late gives the outreach as somebody else left it. */
export const decline: Action = {
  whose: 'supervisor',
  async press({ outreachId, person, data, decisions }) {
    const filled = form.safeParse(data);
    if (!filled.success) throw new ReachbackError('teams.action-unknown');
    const reason = filled.data.declineReason || null;
    const note = filled.data.declineNote?.replaceAll(control, '').trim() || null;
    if (note !== null && [...note].length > longestDeclineNote)
      throw new ReachbackError('outreach.note-too-long');
    const verdict = reason === null && note === null ? 'decline' : { decline: { reason, note } };
    return decisions.decide({ outreachId, verdict, by: person.name });
  },
};
