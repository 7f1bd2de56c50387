import { z } from 'zod';
import {
  conversationDimensions,
  conversationMetrics,
  segmentDimensions,
  segmentMetrics,
} from './filters/dimensions.ts';
import { filterOn } from './filters/filter.ts';
import { parseInterval } from './filters/interval.ts';

const day = 24 * 3600 * 1000;

/** `start/end` in ISO-8601, at most 31 days, as epoch milliseconds. */
const interval = z.string().transform((text, context) => {
  const read = parseInterval(text);
  if (read !== undefined && read.to - read.from <= 31 * day) return read;
  context.issues.push({
    code: 'custom',
    message: 'must be two ISO-8601 times in order, at most 31 days apart',
    input: text,
  });
  return z.NEVER;
});

/** Evaluations, surveys and resolutions: there are none, so their filters need no more than their form. */
const otherFilters = z
  .array(
    z.object({
      type: z.enum(['and', 'or']),
      predicates: z
        .array(z.object({ operator: z.enum(['matches', 'exists', 'notExists']).default('matches') }).loose())
        .default([]),
      clauses: z.array(z.object({}).loose()).default([]),
    }),
  )
  .default([]);

const aggregation = z
  .object({
    type: z.enum(['termFrequency', 'numericRange']),
    dimension: z.enum([...segmentDimensions, ...conversationDimensions]).optional(),
    metric: z.enum(conversationMetrics).optional(),
    size: z.int().min(1).max(100).default(10),
    ranges: z.array(z.object({ gte: z.number().optional(), lt: z.number().optional() })).default([]),
  })
  .refine(
    ({ type, dimension, metric, ranges }) =>
      type === 'termFrequency' ? dimension !== undefined : metric !== undefined && ranges.length > 0,
    { message: 'termFrequency needs a dimension, numericRange a metric and ranges' },
  );

const common = {
  interval,
  order: z.enum(['asc', 'desc', 'unordered']).default('asc'),
  orderBy: z
    .enum(['conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd'])
    .default('conversationStart'),
  segmentFilters: z.array(filterOn(segmentDimensions, segmentMetrics)).default([]),
  conversationFilters: z.array(filterOn(conversationDimensions, conversationMetrics)).default([]),
  evaluationFilters: otherFilters,
  surveyFilters: otherFilters,
  resolutionFilters: otherFilters,
};

/** Body of the details query: `interval` required, both paging numbers or none, at most 100 a page. */
export const detailsQuery = z.strictObject({
  ...common,
  paging: z
    .strictObject({ pageSize: z.int().min(1).max(100), pageNumber: z.int().min(1) })
    .refine(({ pageSize, pageNumber }) => pageSize * pageNumber <= 100_000, {
      message: 'pageSize times pageNumber must not be over 100000',
    })
    .default({ pageSize: 25, pageNumber: 1 }),
  aggregations: z.array(aggregation).default([]),
});

/** Body of a details job: no paging; it matches by activity unless told otherwise. */
export const detailsJob = z.strictObject({
  ...common,
  limit: z.int().min(1).optional(),
  startOfDayIntervalMatching: z.boolean().default(false),
});

export type DetailsQuery = z.output<typeof detailsQuery>;
export type DetailsJob = z.output<typeof detailsJob>;
export type Aggregation = z.output<typeof aggregation>;
