import { z } from 'zod';

/** An id as a pressed button tells it: whoever forged it, it can be asked for in any store (PostgreSQL takes no NUL in a text). */
export const pressedId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}+$/u);
