/** What a person may say, in the order it is looked for; a name may have two words. */
const commandNames = [
  'help',
  'status',
  'pause',
  'resume',
  'candidates',
  'cobrowse',
  'history',
  'language',
  'available',
  'on queue',
  'away',
  'busy',
  'break',
  'meal',
  'meeting',
  'training',
  'offline',
  'link',
  'unlink',
  'who',
  'sign in',
  'sign out',
  'policy',
  'audit',
  'partners',
] as const;

/** Nothing anybody says to the bot is longer; what is, would keep it busy for seconds. */
const longestSaid = 4_000;

export type CommandName = (typeof commandNames)[number];

export type ParsedCommand =
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: string }
  | { readonly kind: 'unknown'; readonly word: string; readonly suggestion: CommandName | null };

/**
 * Reads what a person wrote to the bot: mentions and case do not matter, the first words are the command and the rest is its, nothing
 * means `help`.
 */
export function parseCommand(text: string): ParsedCommand {
  const words = text
    .slice(0, longestSaid)
    .replaceAll(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replaceAll(/<[^>]*>|&nbsp;/gi, ' ')
    .trim()
    .split(/\s+/);
  const asked = words.slice(0, 2).map(bare);
  if (asked[0] === '') return { kind: 'command', name: 'help', rest: '' };
  const name = commandNames.find((known) => isSaid(known, asked));
  if (name !== undefined) {
    const taken = isSaid(name, asked.slice(0, 1)) ? 1 : 2;
    return { kind: 'command', name, rest: words.slice(taken).join(' ') };
  }
  const near = nearest(asked);
  const word = words.slice(0, near?.words ?? 1).join(' ');
  return { kind: 'unknown', word: word.slice(0, 40), suggestion: near?.name ?? null };
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/^[/!"'“„]+|[.!?,;:"'”“]+$/g, '');
}

/** A name of two words is also said as one: "on-queue", "onqueue". */
function isSaid(name: CommandName, asked: readonly string[]): boolean {
  const [first = ''] = asked;
  return first.replaceAll(/[-_]/g, '') === name.replace(' ', '') || asked.join(' ') === name;
}

/**
 * The command at most two typing errors away, for words long enough that this is no accident; and how many of the words said
 * were taken for it.
 */
function nearest(asked: readonly string[]): { name: CommandName; words: number } | null {
  const [best] = commandNames
    .flatMap((name) =>
      [1, name.split(' ').length].map((words) => ({
        name,
        words,
        distance: distance(asked.slice(0, words).join(' '), name),
      })),
    )
    .filter((candidate) => candidate.distance <= 2 && candidate.distance < candidate.name.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return best ?? null;
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
