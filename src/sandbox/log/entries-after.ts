/** At most `limit` entries with a number above `seq`, oldest first; found by halving, as the numbers only rise. */
export function entriesAfter<Entry extends { readonly seq: number }>(
  entries: readonly Entry[],
  seq: number,
  limit = Number.POSITIVE_INFINITY,
): Entry[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.seq ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  return entries.slice(low, low + limit);
}
