import type { OutreachConfig } from '../../../src/config/config.ts';
import { type Finding, good, warning } from '../finding.ts';

const aDay = 24 * 60;
const longest = 18 * 60;

/** Whether the hours at which nobody is written to make sense, by whose clock; `production`: a real organisation. Pure. */
export function quietHours(
  { quietHours: quiet, timeZone }: Pick<OutreachConfig, 'quietHours' | 'timeZone'>,
  production: boolean,
): Finding {
  if (quiet === null) {
    const said = 'No hour counts as night: customers may be written to at any time.';
    return production
      ? warning('quiet-hours', said, 'Set QUIET_HOURS, such as 21:00-08:00.')
      : good('quiet-hours', `${said} So it is in the sandbox.`);
  }
  const minutes = (quiet.to - quiet.from + aDay) % aDay;
  const span = `${clockTime(quiet.from)}-${clockTime(quiet.to)}`;
  if (minutes > longest) {
    return warning(
      'quiet-hours',
      `QUIET_HOURS ${span} leaves ${Math.round((aDay - minutes) / 60)} hours a day in which anybody is written to.`,
      'Check that its two times are not the wrong way round.',
    );
  }
  if (production && timeZone === 'UTC') {
    return warning(
      'quiet-hours',
      `Quiet from ${span} by UTC wherever a customer’s own time zone is not known.`,
      'Set TIME_ZONE to where your customers are, such as Europe/Berlin.',
    );
  }
  return good(
    'quiet-hours',
    `Quiet from ${span}, by ${timeZone} where a customer’s own time zone is not known.`,
  );
}

function clockTime(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
