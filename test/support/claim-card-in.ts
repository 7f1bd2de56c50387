import type { PostedCard } from '../../src/store/shapes/posted-card.ts';

/** Claims a card in a map, by the rules of the real tables. */
export function claimCardIn<Row extends PostedCard>(
  cards: Map<string, Row>,
  key: string,
  row: Row,
  until: number,
): boolean {
  const known = cards.get(key);
  const isAsRead =
    known === undefined ||
    (known.nextTryAt === row.nextTryAt &&
      known.shownVersion === row.shownVersion &&
      known.activityId === row.activityId);
  if (isAsRead) cards.set(key, { ...(known ?? row), nextTryAt: until });
  return isAsRead;
}
