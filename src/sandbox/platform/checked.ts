import type { z } from 'zod';
import { badRequest, PlatformError } from './platform-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * A request body in the shape of the schema, or the platform's 400 in its documented words: `invalid.value` for an
 * enum, `invalid.property` for a property nobody knows, `invalid.date` for a date. unverified: which code each service
 * has for the rest (missing, of the wrong type, out of bounds); here it is `bad.request` naming the field.
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return parsed(schema, input, (issue, field, value) => {
    if (issue.code === 'invalid_value') {
      const allowed = issue.values.join(', ');
      const message = `Value [${value}] is not valid for field type [${field}]. Allowable values are: ${allowed}`;
      return new PlatformError(400, 'invalid.value', message);
    }
    if (issue.code === 'unrecognized_keys') {
      const message = `Value [${issue.keys[0]}] is not a valid property for object [${field}]`;
      return new PlatformError(400, 'invalid.property', message);
    }
    if (issue.code === 'invalid_format' && issue.format === 'datetime') return invalidDate();
    return badRequest(`The request is not valid: ${field}: ${issue.message}`);
  });
}

/**
 * Query parameters in the shape of the schema, or 400 `invalid.query.param.value`. Parameters nobody knows are passed
 * over. unverified: that what is no enum has this code too.
 */
export function checkedQuery<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return parsed(schema, input, (issue, field, value) => {
    const allowed = issue.code === 'invalid_value' ? issue.values.join(', ') : issue.message;
    return new PlatformError(
      400,
      'invalid.query.param.value',
      `Value [${value}] is not valid for parameter [${field}]. Allowable values are: ${allowed}`,
    );
  });
}

/** 400 for a date that is not ISO-8601. */
function invalidDate(): PlatformError {
  return new PlatformError(
    400,
    'invalid.date',
    'Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ',
  );
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  refusal: (issue: Issue, field: string, value: string) => PlatformError,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw badRequest('The request is not valid.');
  throw refusal(issue, issue.path.join('.') || 'body', shown(valueAt(input, issue.path)));
}

/** As an error quotes it: scalars in a bounded length, nothing else. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'array' : 'object';
  return String(value ?? '').slice(0, 100);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
