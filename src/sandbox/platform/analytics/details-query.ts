import { z } from 'zod';

const day = 24 * 3600 * 1000;

/** `start/end` in ISO-8601, at most 31 days, as epoch milliseconds. */
const interval = z.string().transform((text, context) => {
  const [start = '', end = '', ...rest] = text.split('/');
  const [from, to] = [start, end].map((part) =>
    z.iso.datetime({ offset: true }).safeParse(part).success ? Date.parse(part) : Number.NaN,
  );
  const fits =
    rest.length === 0 && from !== undefined && to !== undefined && to >= from && to - from <= 31 * day;
  if (fits) return { from, to };
  context.issues.push({
    code: 'custom',
    message: 'must be two ISO-8601 times in order, at most 31 days apart',
    input: text,
  });
  return z.NEVER;
});

const segmentDimensions = [
  'mediaType',
  'messageType',
  'purpose',
  'direction',
  'queueId',
  'userId',
  'segmentEnd',
  'segmentType',
  'disconnectType',
  'externalContactId',
  'addressTo',
  'addressFrom',
  'authenticated',
  'cleared',
  'deliveryStatus',
  'provider',
  'participantName',
  'remote',
] as const;

const conversationDimensions = [
  'conversationId',
  'conversationStart',
  'conversationEnd',
  'conversationInitiator',
  'originatingDirection',
  'customerParticipation',
  'divisionId',
] as const;

function filterOn<const Dimensions extends readonly [string, ...string[]]>(dimensions: Dimensions) {
  const predicates = z.array(
    z
      .object({
        type: z.literal('dimension').default('dimension'),
        dimension: z.enum(dimensions),
        operator: z.enum(['matches', 'exists', 'notExists']).default('matches'),
        value: z.string().optional(),
      })
      .refine(({ operator, value }) => operator !== 'matches' || value !== undefined, {
        message: 'a value is required to match',
      }),
  );
  const type = z.enum(['and', 'or']);
  return z
    .object({
      type,
      predicates: predicates.default([]),
      clauses: z.array(z.object({ type, predicates: predicates.min(1) })).default([]),
    })
    .refine(({ predicates: own, clauses }) => own.length + clauses.length > 0, {
      message: 'a filter needs predicates or clauses',
    });
}

/** Body of the details query: `interval` required, both paging numbers or none, at most 100 a page. */
export const detailsQuery = z.object({
  interval,
  order: z.enum(['asc', 'desc', 'unordered']).default('asc'),
  orderBy: z
    .enum(['conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd'])
    .default('conversationStart'),
  paging: z
    .object({ pageSize: z.int().min(1).max(100), pageNumber: z.int().min(1) })
    .refine(({ pageSize, pageNumber }) => pageSize * pageNumber <= 100_000, {
      message: 'pageSize times pageNumber must not be over 100000',
    })
    .default({ pageSize: 25, pageNumber: 1 }),
  segmentFilters: z.array(filterOn(segmentDimensions)).default([]),
  conversationFilters: z.array(filterOn(conversationDimensions)).default([]),
});

export type DetailsQuery = z.output<typeof detailsQuery>;

/** A filter whatever its dimensions. */
export interface Filter {
  readonly type: 'and' | 'or';
  readonly predicates: readonly Predicate[];
  readonly clauses: readonly { readonly type: 'and' | 'or'; readonly predicates: readonly Predicate[] }[];
}

export interface Predicate {
  readonly dimension: string;
  readonly operator: 'matches' | 'exists' | 'notExists';
  readonly value?: string | undefined;
}
