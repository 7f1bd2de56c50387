import type { BridgeWords } from './bridge-words.ts';
import { mostCharacters, splitText } from './split-text.ts';

/** What the partner's people are told of a hand-off. */
export interface HandOffContext {
  readonly reason: string;
  readonly note: string | null;
  readonly originalQueue: string | null;
  /** Who hands it off; null: nobody by name. */
  readonly agentName: string | null;
}

export interface SaidBefore {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly who: string;
  readonly text: string;
}

/** A line that goes on is marked, so that nobody can write one that looks like another speaker's. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const goesOn = '\n| ';
const longestMark = 2;

/** The first message in the partner's conversation. Pure. */
export function contextText(
  { reason, note, originalQueue, agentName }: HandOffContext,
  customerName: string | null,
  words: Pick<BridgeWords, 'reasons'>,
): string {
  const lines = [
    ['Hand-off', words.reasons[reason] ?? reason],
    ['Customer', customerName],
    ['From', [agentName, originalQueue].filter((each) => each !== null).join(', ')],
    ['Note', note],
  ].flatMap(([what, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [`${what}: ${value.replaceAll(lineEnd, goesOn)}`],
  );
  return lines.join('\n');
}

/**
 * What was said before, in the order it was said, in as few texts as the limit allows: one line each with time (UTC) and speaker. Sent one by one,
 * our agents' words would stand in the partner's conversation as words of the customer. Pure.
 */
export function transcriptTexts(
  said: readonly SaidBefore[],
  words: Pick<BridgeWords, 'transcript'>,
  most = mostCharacters,
): string[] {
  const room = most - words.transcript(99, 99).length - 1;
  const lines = said.map(({ at, who, text }) =>
    `[${clockTime(at)}] ${who}: ${text}`.replaceAll(lineEnd, goesOn),
  );
  const blocks: string[] = [];
  for (const line of lines) {
    for (const [index, cut] of splitText(line, room - longestMark).entries()) {
      const part = index === 0 || cut.startsWith('| ') ? cut : `| ${cut}`;
      const last = blocks.at(-1);
      if (last !== undefined && last.length + part.length + 1 <= room)
        blocks.splice(-1, 1, `${last}\n${part}`);
      else blocks.push(part);
    }
  }
  return blocks.map((block, index) => `${words.transcript(index + 1, blocks.length)}\n${block}`);
}

/** `2026-11-21 10:02`. */
function clockTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}
