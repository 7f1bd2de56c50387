import { type Finding, good, problem, warning } from '../finding.ts';

const warnMs = 30_000;
const problemMs = 5 * 60_000;
const next =
  'Let the clock of this machine be set by NTP (on Linux: timedatectl set-ntp true; in a container: on its host), then start again.';

/**
 * How far our clock is off the platform's; `aheadMs` may be negative. Sessions, the ledger and the hours of follow-ups go by the
 * platform's, but log lines bear ours, and from five minutes on Teams' tokens are refused.
 */
export function clock(aheadMs: number): Finding {
  const off = Math.abs(aheadMs);
  if (off <= warnMs) return good('clock', 'The clock agrees with the platform’s, to a few seconds.');
  const said = `The clock of this machine is ${inWords(off)} ${aheadMs > 0 ? 'ahead of' : 'behind'} the platform’s.`;
  return off > problemMs ? problem('clock', said, next) : warning('clock', said, next);
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
