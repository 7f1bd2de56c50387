import type { z } from 'zod';
import type { OutreachPolicy } from './config.ts';
import type { PolicyItem } from './policy-item.ts';
import { variables } from './variables.ts';

const minuteMs = 60_000;

type Reader = (written: string) => Partial<OutreachPolicy> | null;

/** Each item by the rule of its environment variable, so that no value is right in one place and wrong in the other. */
const readers: Readonly<Record<PolicyItem, Reader>> = {
  mode: by(variables.OUTREACH_MODE.unwrap(), (mode) => ({ mode })),
  quietHours: by(variables.QUIET_HOURS.unwrap(), (quietHours) => ({ quietHours })),
  timeZone: by(variables.TIME_ZONE.unwrap(), (timeZone) => ({ timeZone })),
  contactAgainAfterHours: by(variables.CONTACT_AGAIN_AFTER_HOURS.unwrap(), (hours) => ({
    contactAgainAfterMs: hours * 60 * minuteMs,
  })),
  approvalMinutes: by(variables.APPROVAL_MINUTES.unwrap(), (minutes) => ({
    approvalMs: minutes * minuteMs,
  })),
  cobrowseControl: by(variables.COBROWSE_CONTROL.unwrap(), (control) => ({
    cobrowseControl: control === 'on',
  })),
  text: by(variables.OUTREACH_TEXT.unwrap(), (text) => ({ text })),
};

/** One item of the policy as the environment writes it; null when it is not written so. */
export function readPolicyItem(item: PolicyItem, written: string): Partial<OutreachPolicy> | null {
  return readers[item](written);
}

function by<Value>(
  schema: z.ZodType<Value>,
  named: (value: Value) => Partial<OutreachPolicy>,
): (written: string) => Partial<OutreachPolicy> | null {
  return (written) => {
    const read = schema.safeParse(written);
    return read.success ? named(read.data) : null;
  };
}
