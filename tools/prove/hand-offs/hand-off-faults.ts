/** What a fault does to one send: the message is stored or not, and the answer is lost, wrong, late or a refusal for now. */
const ofSends: readonly Readonly<Record<string, unknown>>[] = [
  { when: 'after', reset: true },
  { when: 'after', status: 500 },
  { when: 'after', status: 504 },
  { when: 'after', status: 502, body: 'html' },
  { when: 'after', body: 'cut' },
  { when: 'after', body: 'empty' },
  { reset: 'mid-answer' },
  { when: 'before', reset: true },
  { when: 'before', status: 500 },
  { when: 'before', status: 503 },
  { when: 'after', latencyMs: 4_000 },
  { when: 'before', latencyMs: 8_000 },
];

const inbound = '/inbound/open/message$';
const toCustomer = '/messages/agentless$|/messaging/external-messages$';

/** Faults that stay: each kind hits a small part of the requests, drawn from the seed. `share`: of all sends together. */
export function standingFaults(seed: string, share: number): Readonly<Record<string, unknown>>[] {
  const each = share / ofSends.length;
  const sends = [inbound, toCustomer].flatMap((path) =>
    ofSends.map((fault, index) => ({
      method: 'POST',
      path,
      ...fault,
      share: each,
      seed: `${seed}/${path}/${index}`,
    })),
  );
  const reads = [
    { method: 'GET', path: '^/api/v2/conversations/[^/]+$', status: 500 },
    { method: 'POST', path: '/messages/bulk$', reset: true },
    { method: 'POST', path: '/inbound/open/receipt$', status: 500 },
  ].map((fault, index) => ({ ...fault, share: share / 4, seed: `${seed}/read/${index}` }));
  const throttled = [inbound, toCustomer].map((path) => ({
    method: 'POST',
    path,
    status: 429,
    retryAfter: 1,
    count: 4,
  }));
  return [...throttled, ...sends, ...reads];
}

/** One side's platform refuses everything, until it is called off. */
export function refusing(orgId: string): Readonly<Record<string, unknown>> {
  return { path: '/api/v2/', orgId, status: 503, count: 1_000_000 };
}
