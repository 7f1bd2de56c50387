import { z } from 'zod';

/** A routing queue, as far as we need it. */
export const queue = z.object({ id: z.string().min(1), name: z.string() });

export type Queue = z.infer<typeof queue>;
