import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Action } from './action.ts';

/** The form's input; Teams may leave out an empty one. */
const form = z.object({ approvedText: z.string().default('') });

/** A supervisor’s yes to a text of their own; it is checked like any other before it counts. */
export const editAndApprove: Action = {
  whose: 'supervisor',
  async press({ outreachId, person, data, decisions }) {
    const filled = form.safeParse(data);
    if (!filled.success) throw new ReachbackError('teams.action-unknown');
    const verdict = { approve: { text: filled.data.approvedText } };
    return decisions.decide({ outreachId, verdict, by: person.name });
  },
};
