import type { z } from 'zod';
import { badRequest, PlatformError } from './platform-error.ts';

/**
 * The input in the shape of the schema, or the platform's 400: `invalid.value` with the allowed list for an enum,
 * `bad.request` naming the field for the rest (unverified which of its codes each service uses).
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') || 'body';
  if (issue?.code === 'invalid_value') {
    const value = String(valueAt(input, issue.path));
    throw new PlatformError(
      400,
      'invalid.value',
      `Value [${value}] is not valid for field type [${field}]. Allowable values are: ${issue.values.join(', ')}`,
    );
  }
  throw badRequest(`The request is not valid: ${field}: ${issue?.message ?? 'wrong shape'}`);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
