import type { AdaptiveCard } from './adaptive-card.ts';

/** Teams refuses messages of about 28 KB: what is wrapped around the card needs some of it. */
const mostBytes = 24 * 1024;

/** The card with as many rows as fit, of so many there are: `build` is told how many to show. */
export function fittingCard(rows: number, build: (shown: number) => AdaptiveCard): AdaptiveCard {
  for (let shown = rows; shown > 1; shown -= 1) {
    const card = build(shown);
    if (new TextEncoder().encode(JSON.stringify(card)).length <= mostBytes) return card;
  }
  return build(Math.min(rows, 1));
}
