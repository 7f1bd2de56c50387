/**
 * The new value with every part that did not change being the old object, so that nothing is drawn anew under the
 * reader's hands.
 */
export function unchangedOr(before, after) {
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  if (Array.isArray(after)) {
    const known = new Map((before ?? []).map((item) => [item?.id, item]));
    return after.map((item) => (item?.id === undefined ? item : unchangedOr(known.get(item.id), item)));
  }
  if (typeof after !== 'object' || after === null) return after;
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, unchangedOr(before?.[key], value)]),
  );
}
