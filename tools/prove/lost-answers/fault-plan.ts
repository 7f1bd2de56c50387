import type { Random } from '../../../src/sandbox/seed/random.ts';

/** What becomes of the answer to one send, as a fault of the sandbox; with what it is called in reports. */
export interface FaultPlan {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
}

const statuses = [500, 502, 503, 504, 408];

/** The message is stored, and the answer is lost on the way. */
const stored: readonly FaultPlan[] = [
  ...statuses.map((status) => ({ name: `stored, ${status}`, fault: { when: 'after', status } })),
  { name: 'stored, a page with 502', fault: { when: 'after', status: 502, body: 'html' } },
  { name: 'stored, reset', fault: { when: 'after', reset: true } },
  { name: 'stored, reset in mid-answer', fault: { reset: 'mid-answer' } },
  { name: 'stored, half of the JSON', fault: { when: 'after', body: 'cut' } },
  { name: 'stored, a page with 200', fault: { when: 'after', body: 'html' } },
  { name: 'stored, an empty 200', fault: { when: 'after', body: 'empty' } },
  { name: 'stored, a slow answer', fault: { when: 'after', latencyMs: 1_500 } },
];

/** Nothing is stored, and the answers are the same. */
const refused: readonly FaultPlan[] = [
  ...statuses.map((status) => ({ name: `not stored, ${status}`, fault: { when: 'before', status } })),
  { name: 'not stored, reset', fault: { when: 'before', reset: true } },
  { name: 'not stored, a page with 200', fault: { when: 'before', body: 'html' } },
  { name: 'not stored, 401', fault: { when: 'before', status: 401 } },
  { name: 'not stored, 403', fault: { when: 'before', status: 403 } },
  { name: 'not stored, 429', fault: { when: 'before', status: 429, retryAfter: 1 } },
  { name: 'not stored, 429 without a Retry-After', fault: { when: 'before', status: 429, retryAfter: null } },
];

/** Longer than the program waits for an answer (15 s); each keeps an agent waiting, so there are few. */
const tooSlow: readonly FaultPlan[] = [
  { name: 'stored, no answer for 16 s', fault: { when: 'after', latencyMs: 16_000 } },
  { name: 'not stored, no answer for 16 s', fault: { when: 'before', latencyMs: 16_000, reset: true } },
];

/** So many faults in chance order: every variant as often as any other, two in three stored, `slow` of them too slow. */
export function faultPlans(count: number, slow: number, random: Random): FaultPlan[] {
  const turns = (list: readonly FaultPlan[], many: number) =>
    Array.from({ length: many }, (_, index) => list[index % list.length]).filter(
      (plan) => plan !== undefined,
    );
  const rest = count - slow;
  const plans = [
    ...turns(tooSlow, slow),
    ...turns(stored, Math.ceil((rest * 2) / 3)),
    ...turns(refused, Math.floor(rest / 3)),
  ];
  return plans
    .map((plan) => ({ plan, order: random.between(0, 1_000_000_000) }))
    .sort((one, other) => one.order - other.order)
    .map(({ plan }) => plan);
}
