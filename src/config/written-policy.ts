import type { OutreachPolicy } from './config.ts';
import type { PolicyValues } from './policy-item.ts';

const minuteMs = 60_000;

/** The policy as the environment would write it. */
export function writtenPolicy(policy: OutreachPolicy): PolicyValues {
  const { mode, quietHours, timeZone, contactAgainAfterMs, approvalMs, cobrowseControl, text } = policy;
  return {
    mode,
    quietHours: quietHours === null ? 'off' : `${clockTime(quietHours.from)}-${clockTime(quietHours.to)}`,
    timeZone,
    contactAgainAfterHours: String(contactAgainAfterMs / (60 * minuteMs)),
    approvalMinutes: String(approvalMs / minuteMs),
    cobrowseControl: cobrowseControl ? 'on' : 'off',
    text,
  };
}

/** A minute of the day as `08:00`. */
function clockTime(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
