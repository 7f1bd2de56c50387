import { z } from 'zod';

/** What the harness asks of the program's process, in the variable PROVE, as JSON. */
export const preloadOrder = z.object({
  /** A module (file URL) and what stands in for it. */
  instead: z.object({ module: z.string(), standIn: z.string() }).optional(),
  /** End by SIGKILL when this step is reached for the `nth` time, counted from the start or from SIGUSR2. */
  killAt: z.object({ step: z.string(), nth: z.int().min(1), from: z.enum(['start', 'signal']) }).optional(),
  /** Append the name of every step to this file; after SIGUSR2 with a `*` before it. */
  stepsTo: z.string().optional(),
  /** While this file is there, the database may not grow. */
  fullWhile: z.string().optional(),
});

export type PreloadOrder = z.infer<typeof preloadOrder>;

export const orderVariable = 'PROVE';
