import { z } from 'zod';
import type { OutreachPolicy } from '../../config/config.ts';
import { type PolicyItem, type PolicyValues, policyItems } from '../../config/policy-item.ts';
import { readPolicyItem } from '../../config/read-policy-item.ts';
import type { PolicyChange } from './policies.ts';

/** What a row of the policy's table says. */
const shape = z.strictObject({
  /** Of the shape itself: another one is another version's. */
  version: z.literal(1),
  /** All that supervisors ever set and did not take back, as the environment writes it. */
  set: z.record(z.string(), z.string()),
  changes: z.array(z.strictObject({ item: z.string(), from: z.string(), to: z.string() })),
});

const change = z.strictObject({ item: z.enum(policyItems), from: z.string(), to: z.string() });

interface KeptPolicy {
  /** What of it this version can read. */
  readonly set: Readonly<Partial<PolicyValues>>;
  /** Null: not all of it can be read. */
  readonly changes: PolicyChange['items'];
}

/** The stored text of a change; null: this version cannot read it at all. */
export function keptPolicy(value: string): KeptPolicy | null {
  const read = shape.safeParse(jsonOf(value));
  if (!read.success) return null;
  const set: Partial<Record<PolicyItem, string>> = {};
  for (const item of policyItems) {
    const written = read.data.set[item];
    if (written !== undefined && readPolicyItem(item, written) !== null) set[item] = written;
  }
  const changes = z.array(change).safeParse(read.data.changes);
  const whole = changes.success && Object.keys(set).length === Object.keys(read.data.set).length;
  return { set, changes: whole ? changes.data : null };
}

/** The text to store. */
export function keepPolicy({
  set,
  changes,
}: {
  readonly set: Readonly<Partial<PolicyValues>>;
  readonly changes: NonNullable<PolicyChange['items']>;
}): string {
  return JSON.stringify({ version: 1, set, changes: [...changes] } satisfies z.input<typeof shape>);
}

/** What the values say; null when one of them says nothing. */
export function policyWith(values: Readonly<Partial<PolicyValues>>): Partial<OutreachPolicy> | null {
  let policy: Partial<OutreachPolicy> = {};
  for (const item of policyItems) {
    const written = values[item];
    if (written === undefined) continue;
    const read = readPolicyItem(item, written);
    if (read === null) return null;
    policy = { ...policy, ...read };
  }
  return policy;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
