import { z } from 'zod';
import { badRequest } from '../platform/platform-error.ts';

/** ExternalContactsPatchRequest (SDK 262): `field` is a path as `$.firstName` or `$.address.city`. */
export const patchBody = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        field: z.string().regex(/^\$(?:\.[A-Za-z]\w*){1,2}$/, 'must be a path as $.firstName'),
        value: z.unknown().optional(),
        action: z.enum([
          'UpdateIfEmpty',
          'UpdateIfExists',
          'Update',
          'AppendToCollection',
          'Remove',
          'RemoveFromCollection',
        ]),
      }),
    )
    .min(1)
    .max(100),
});

type Change = z.output<typeof patchBody>['changes'][number];
type Fields = Readonly<Record<string, unknown>>;

/**
 * The contact's fields with the changes made. Throws 400 for a field and one within it in one request, as documented,
 * for a collection's action on what is none, and for an update without a value (unverified). Pure.
 */
export function patched(fields: Fields, changes: readonly Change[]): Fields {
  const paths = changes.map(({ field }) => field);
  if (paths.some((path) => paths.some((other) => other.startsWith(`${path}.`)))) {
    throw badRequest('A field and its nested fields cannot be changed together.');
  }
  return changes.reduce((before, change) => {
    const [name = '', nested] = change.field.split('.').slice(1);
    if (nested === undefined) return withField(before, name, change);
    const parent = before[name];
    if (parent !== undefined && !isRecord(parent)) throw badRequest(`${change.field} is no field.`);
    const inside = withField(parent ?? {}, nested, change);
    return withValue(before, name, Object.keys(inside).length === 0 ? undefined : inside);
  }, fields);
}

function withField(fields: Fields, name: string, { action, value, field }: Change): Fields {
  const now = fields[name];
  const missing = now === undefined || (Array.isArray(now) && now.length === 0);
  if (action === 'Remove') return withValue(fields, name, undefined);
  if (value === undefined || value === null) throw badRequest(`${field} needs a value.`);
  if (action === 'Update') return withValue(fields, name, value);
  if (action === 'UpdateIfEmpty') return missing ? withValue(fields, name, value) : fields;
  if (action === 'UpdateIfExists') return missing ? fields : withValue(fields, name, value);
  const list: unknown = now ?? [];
  if (!Array.isArray(list)) throw badRequest(`${field} is no collection.`);
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (action === 'AppendToCollection') return withValue(fields, name, [...list, ...items]);
  const gone = new Set(items.map((item) => JSON.stringify(item)));
  return withValue(
    fields,
    name,
    list.filter((item) => !gone.has(JSON.stringify(item))),
  );
}

function withValue(fields: Fields, name: string, value: unknown): Fields {
  const { [name]: _before, ...rest } = fields;
  return value === undefined ? rest : { ...rest, [name]: value };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
