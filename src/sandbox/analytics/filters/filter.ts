import { z } from 'zod';
import { timeDimensions } from './dimensions.ts';
import { parseInterval } from './interval.ts';

type Names = readonly [string, ...string[]];

const range = z
  .object({
    gt: z.number().optional(),
    gte: z.number().optional(),
    lt: z.number().optional(),
    lte: z.number().optional(),
  })
  .refine((given) => Object.values(given).some((each) => each !== undefined), {
    message: 'a range needs gt, gte, lt or lte',
  });

/** A filter over these dimensions and metrics, as the details query takes it; `properties` are for segments only. */
export function filterOn<const Dimensions extends Names, const Metrics extends Names>(
  dimensions: Dimensions,
  metrics: Metrics,
) {
  const predicate = z
    .object({
      type: z.enum(['dimension', 'property', 'metric']).optional(),
      dimension: z.enum(dimensions).optional(),
      metric: z.enum(metrics).optional(),
      propertyType: z.enum(['bool', 'integer', 'real', 'date', 'string', 'uuid']).optional(),
      property: z.string().min(1).optional(),
      operator: z.enum(['matches', 'exists', 'notExists']).default('matches'),
      value: z.string().nullish(),
      range: range.optional(),
    })
    .superRefine((given, context) => {
      const message = faultOf(given);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
  const type = z.enum(['and', 'or']);
  return z
    .object({
      type,
      predicates: z.array(predicate).default([]),
      clauses: z.array(z.object({ type, predicates: z.array(predicate).min(1) })).default([]),
    })
    .refine(({ predicates, clauses }) => predicates.length + clauses.length > 0, {
      message: 'a filter needs predicates or clauses',
    });
}

/** A predicate whatever its dimensions. */
export interface Predicate {
  readonly type?: 'dimension' | 'property' | 'metric' | undefined;
  readonly dimension?: string | undefined;
  readonly metric?: string | undefined;
  readonly propertyType?: string | undefined;
  readonly property?: string | undefined;
  readonly operator: 'matches' | 'exists' | 'notExists';
  readonly value?: string | null | undefined;
  readonly range?: Range | undefined;
}

export interface Range {
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
}

/** A filter whatever its dimensions. */
export interface Filter {
  readonly type: 'and' | 'or';
  readonly predicates: readonly Predicate[];
  readonly clauses: readonly { readonly type: 'and' | 'or'; readonly predicates: readonly Predicate[] }[];
}

/** What a predicate's parts do not say together; undefined when they are right. */
function faultOf({
  type,
  dimension,
  metric,
  property,
  propertyType,
  operator,
  value,
  range: span,
}: Predicate) {
  const sides = { dimension, metric, property };
  const named = (['dimension', 'metric', 'property'] as const).filter((each) => sides[each] !== undefined);
  const [side] = named;
  if (side === undefined || named.length > 1) return 'a predicate is about one dimension, metric or property';
  if (type !== undefined && type !== side) return `a predicate of type ${type} needs a ${type}`;
  if (side === 'property' && propertyType === undefined) return 'a property needs its propertyType';
  if (operator !== 'matches') return undefined;
  const hasValue = value !== undefined && value !== null;
  if (hasValue === (span !== undefined)) return 'to match, a predicate needs a value or a range';
  if (side === 'metric' && hasValue && !Number.isFinite(Number(value))) return 'a metric matches a number';
  if (hasValue && timeDimensions.includes(dimension ?? '') && parseInterval(value) === undefined) {
    return 'a time matches an interval of two ISO-8601 times';
  }
  return undefined;
}
