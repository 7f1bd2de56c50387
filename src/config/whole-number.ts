import { z } from 'zod';

/** A variable that is a whole number from `least` to `most`; `standard` where it is not set. */
export const wholeNumber = (standard: number, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not between ${least} and ${most}`)
    .default(standard);
