import type { KnownRefusal, Refusal } from './known-refusal.ts';
import { knownRefusals } from './known-refusals.ts';

/** How much each thing a row looks at tells: words more than a code, a code more than a path, a path more than a status. */
const weights = { words: 8, says: 4, at: 2, status: 1 } as const;

/** The row that fits a refusal most closely, or null. Pure. */
export function recognise(refusal: Refusal): KnownRefusal | null {
  let best: KnownRefusal | null = null;
  for (const row of knownRefusals)
    if (fits(row, refusal, true) && (best === null || weightOf(row, refusal) > weightOf(best, refusal)))
      best = row;
  return best;
}

/** Rows that fit as far as is known, all equally closely: a path or a status nobody told may be the row's. Pure. */
export function candidates(refusal: Refusal): KnownRefusal[] {
  const told = knownRefusals.flatMap((row) =>
    fits(row, refusal, false) ? [{ row, weight: weightOf(row, refusal) }] : [],
  );
  const best = Math.max(leastTelling(refusal), ...told.map(({ weight }) => weight));
  return told.filter(({ weight }) => weight === best).map(({ row }) => row);
}

/** Of an answer without a path only its code or words tell; with neither, its status must do. */
function leastTelling({ says = [], words = [] }: Refusal): number {
  return says.length + words.length > 0 ? weights.says : weights.status;
}

/** How closely a row describes a refusal: what the refusal does not tell does not count. */
function weightOf(row: KnownRefusal, told: Refusal): number {
  return (
    (row.words === undefined ? 0 : weights.words) +
    (row.says === undefined ? 0 : weights.says) +
    (row.at === undefined || told.at === undefined ? 0 : weights.at) +
    (row.status === undefined || told.status === undefined ? 0 : weights.status)
  );
}

/** `strict`: what the row looks at must be told. */
function fits(
  row: KnownRefusal,
  { by, at, status, says = [], words = [] }: Refusal,
  strict: boolean,
): boolean {
  const { words: part } = row;
  return (
    row.by === by &&
    (row.status === undefined || (status === undefined ? !strict : row.status.includes(status))) &&
    (row.at === undefined || (at === undefined ? !strict : isAt(at, row.at))) &&
    (row.says === undefined || row.says.some((code) => says.some((said) => sameCode(code, said)))) &&
    (part === undefined || words.some((sentence) => sentence.toLowerCase().includes(part)))
  );
}

/** `{conversationId}` is `{}`: what an id is called differs from call to call. */
function isAt(asked: string, part: string): boolean {
  const unnamed = asked.replaceAll(/\{\w*\}/g, '{}');
  return part.endsWith('$') ? unnamed.endsWith(part.slice(0, -1)) : unnamed.includes(part);
}

function sameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
