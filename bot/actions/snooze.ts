import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Action } from './action.ts';

/** What the card offers, and nothing else. */
const form = z.object({ minutes: z.union([z.literal(15), z.literal(60)]) });

/** A supervisor puts the question off: the card goes quiet and is posted anew then. */
export const snooze: Action = {
  whose: 'supervisor',
  async press({ outreachId, person, data, decisions }) {
    const wish = form.safeParse(data);
    if (!wish.success) throw new ReachbackError('teams.action-unknown');
    return decisions.snooze({ outreachId, forMs: wish.data.minutes * 60_000, by: person.name });
  },
};
