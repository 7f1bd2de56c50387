import { z } from 'zod';
import { ControlError } from './control-error.ts';

/** The input as the schema describes it, or a 400 that says what is wrong where. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ControlError(400, z.prettifyError(parsed.error).replaceAll(/\s+/g, ' '));
}
