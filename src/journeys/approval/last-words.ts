import type { MessageWire } from '../../genesys/wire/message.ts';
import type { SaidBefore } from '../../outreach/briefing.ts';
import { timeOf } from '../../sessions/times.ts';

const shown = 3;
/** Enough to know what it was about, characters. */
const longest = 160;

/** The last words both sides wrote, oldest first, shortened. The platform gives the messages in no order to rely on. Pure. */
export function lastWords(messages: readonly MessageWire[]): SaidBefore[] {
  return messages
    .toSorted((one, other) => (timeOf(one.timestamp) ?? 0) - (timeOf(other.timestamp) ?? 0))
    .flatMap(({ direction, normalizedMessage }): SaidBefore[] => {
      const text = (normalizedMessage?.text ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
      if (text === '') return [];
      return [{ by: direction?.toLowerCase() === 'inbound' ? 'customer' : 'agent', text: shortened(text) }];
    })
    .slice(-shown);
}

function shortened(text: string): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const cut = signs.slice(0, longest - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
