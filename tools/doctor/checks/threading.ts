import { type Finding, good, warning } from '../finding.ts';

const hour = 3_600_000;

/** How long a closed conversation takes new messages; null: not told. Pure. */
export function threading(windowMs: number | null): Finding {
  if (windowMs === null)
    return good('threading', 'The threading timeline is not told; 72 hours are assumed.');
  if (windowMs === 0) {
    return warning(
      'threading',
      'The threading timeline is 0: every message to a customer who left opens a new conversation.',
      'Genesys Admin > Message > Threading Timeline: give web messaging some hours if the history is to stay together.',
    );
  }
  const hours = Math.round((windowMs / hour) * 10) / 10;
  return good('threading', `A closed conversation takes new messages for ${hours} h (threading timeline).`);
}
