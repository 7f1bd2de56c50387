import { z } from 'zod';
import { userExpands } from '../views/user-view.ts';

/** What of a user can be searched and sorted by. */
const userFields = [
  'id',
  'name',
  'email',
  'username',
  'title',
  'department',
  'state',
  'division.id',
] as const;

export type UserField = (typeof userFields)[number];

const types = [
  'EXACT',
  'STARTS_WITH',
  'CONTAINS',
  'REGEX',
  'TERM',
  'TERMS',
  'REQUIRED_FIELDS',
  'MATCH_ALL',
  'QUERY_STRING',
] as const;

const text = z.string().max(500);

const simple = z.strictObject({
  type: z.enum(types),
  fields: z.array(z.enum(userFields)).max(50).default([]),
  value: text.optional(),
  values: z.array(text).max(100).default([]),
  startValue: text.optional(),
  endValue: text.optional(),
  dateFormat: text.optional(),
  operator: z.enum(['AND', 'OR', 'NOT']).default('AND'),
});

const complete = (each: z.output<typeof simple>): boolean => {
  if (each.type === 'MATCH_ALL') return true;
  if (each.type === 'REQUIRED_FIELDS') return each.fields.length > 0;
  const sought = each.value !== undefined || each.values.length > 0;
  return sought && (each.fields.length > 0 || each.type === 'QUERY_STRING');
};
const incomplete = { error: 'A criterion needs fields and a value.' };

/** One level of `group` is taken (unverified: how deep the platform goes). */
const criterion = simple
  .extend({ group: z.array(simple.refine(complete, incomplete)).max(50).default([]) })
  .refine((each) => each.group.length > 0 || complete(each), incomplete);

const order = z.enum(['ASC', 'DESC', 'SCORE']);

/** UserSearchRequest (SDK 262). */
export const userSearch = z.strictObject({
  pageSize: z.int().min(1).max(100).default(25),
  pageNumber: z.int().min(1).max(1_000_000).default(1),
  sortBy: z.enum(userFields).optional(),
  sortOrder: order.default('ASC'),
  sort: z
    .array(z.strictObject({ sortBy: z.enum(userFields), sortOrder: order.default('ASC') }))
    .max(10)
    .default([]),
  expand: z.array(z.enum(userExpands)).default([]),
  integrationPresenceSource: z
    .enum(['MicrosoftTeams', 'ZoomPhone', 'EightByEight', 'RingCentral'])
    .optional(),
  enforcePermissions: z.boolean().optional(),
  query: z.array(criterion).min(1).max(100),
});

export type UserSearch = z.output<typeof userSearch>;
export type SimpleCriterion = z.output<typeof simple>;
export type Criterion = z.output<typeof criterion>;
