const commandNames = ['help', 'status', 'pause', 'resume'] as const;
export type CommandName = (typeof commandNames)[number];

export type ParsedCommand =
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: string }
  | { readonly kind: 'unknown'; readonly word: string; readonly suggestion: CommandName | null };

/**
 * Reads what a person wrote to the bot: mentions and case do not matter, the first word is the command and the rest is its, nothing
 * means `help`.
 */
export function parseCommand(text: string): ParsedCommand {
  const [word = '', ...more] = text
    .replaceAll(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replaceAll(/<[^>]*>|&nbsp;/gi, ' ')
    .trim()
    .split(/\s+/);
  const asked = word.toLowerCase().replaceAll(/^[/!"'“„]+|[.!?,;:"'”“]+$/g, '');
  if (asked === '') return { kind: 'command', name: 'help', rest: '' };
  const name = commandNames.find((known) => known === asked);
  if (name !== undefined) return { kind: 'command', name, rest: more.join(' ') };
  return { kind: 'unknown', word: word.slice(0, 40), suggestion: nearest(asked) };
}

/** The command at most two typing errors away, for words long enough that this is no accident. */
function nearest(word: string): CommandName | null {
  const [best] = commandNames
    .map((name) => ({ name, distance: distance(word, name) }))
    .filter((candidate) => candidate.distance <= 2 && candidate.distance < candidate.name.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return best?.name ?? null;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
