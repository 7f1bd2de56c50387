import type { Filter, Predicate } from './details-query.ts';
import type { ConversationRecord } from './record.ts';

type Values = Readonly<Record<string, unknown>>;

/** All filters pass: conversation filters on the conversation, segment filters together on one of its segments. */
export function passesFilters(
  record: ConversationRecord,
  conversationFilters: readonly Filter[],
  segmentFilters: readonly Filter[],
): boolean {
  const { participants, divisionIds, ...own } = record;
  const conversation: Values = { ...own, divisionId: divisionIds[0] };
  if (!conversationFilters.every((filter) => passes(filter, conversation))) return false;
  if (segmentFilters.length === 0) return true;
  return participants.some(({ sessions, ...participant }) =>
    sessions.some(({ segments, ...session }) =>
      segments.some((segment) => {
        const values: Values = { ...participant, ...session, ...segment };
        return segmentFilters.every((filter) => passes(filter, values));
      }),
    ),
  );
}

function passes({ type, predicates, clauses }: Filter, values: Values): boolean {
  const results = [
    ...predicates.map((predicate) => holds(predicate, values)),
    ...clauses.map((clause) => passes({ ...clause, clauses: [] }, values)),
  ];
  return type === 'and' ? results.every(Boolean) : results.some(Boolean);
}

const timeDimensions = ['segmentEnd', 'conversationStart', 'conversationEnd'];

function holds({ dimension, operator, value = '' }: Predicate, values: Values): boolean {
  const actual = values[dimension];
  if (operator === 'exists') return actual !== undefined;
  if (operator === 'notExists') return actual === undefined;
  if (actual === undefined) return false;
  if (timeDimensions.includes(dimension)) {
    // A time matches an interval.
    const [from, to] = value.split('/').map((each) => Date.parse(each));
    const at = Date.parse(String(actual));
    return from !== undefined && at >= from && at < (to ?? Number.POSITIVE_INFINITY);
  }
  return String(actual).toLowerCase() === value.toLowerCase();
}
