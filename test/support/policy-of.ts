import type { OutreachPolicy } from '../../src/config/config.ts';
import type { PolicyBook } from '../../src/journeys/policy/policy-book.ts';

/** A policy as a sandbox has it. */
export const configuredPolicy: OutreachPolicy = {
  mode: 'automatic',
  text: 'Hello, this is {agent}.',
  approvalMs: 600_000,
  contactAgainAfterMs: 24 * 60 * 60_000,
  quietHours: null,
  timeZone: 'UTC',
  cobrowseControl: false,
};

/** A policy for an engine that nobody changes. */
export function policyOf(part: Partial<OutreachPolicy> = {}): Pick<PolicyBook, 'inForce' | 'thisMoment'> {
  const policy = { ...configuredPolicy, ...part };
  return { inForce: async () => policy, thisMoment: async () => policy };
}
