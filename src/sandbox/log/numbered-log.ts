export interface NumberedLog<Entry extends { readonly seq: number }> {
  /** Keeps what `make` gives for the next number. */
  add(make: (seq: number) => Entry): void;
  /** The kept entries with a number above `seq`, oldest first. */
  after(seq: number): Entry[];
}

/** The last `capacity` entries, in memory, numbered from 1; `tell` hears of each. */
export function createNumberedLog<Entry extends { readonly seq: number }>(
  capacity: number,
  tell: (entry: Entry) => void = () => {},
): NumberedLog<Entry> {
  const entries: Entry[] = [];
  let last = 0;
  return {
    add(make) {
      last += 1;
      const entry = make(last);
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
      tell(entry);
    },
    after: (seq) => entries.filter((entry) => entry.seq > seq),
  };
}
