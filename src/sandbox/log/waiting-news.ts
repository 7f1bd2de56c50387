import type { RecordEntry } from './record-entry.ts';

/** The ids of the messages and events that wait for a customer in a record: written down as waiting, and not seen since. */
export type WaitingNews = (record: readonly RecordEntry[], customerId: string) => ReadonlySet<string>;

interface Reading {
  /** How many entries are read. */
  read: number;
  readonly byCustomer: Map<string, Set<string>>;
}

const nothing: ReadonlySet<string> = new Set();

/** Reads each entry of a record once, however often it is asked: a record only grows, and a reset begins another. */
export function createWaitingNews(): WaitingNews {
  const known = new WeakMap<readonly RecordEntry[], Reading>();
  return (record, customerId) => {
    const reading = known.get(record) ?? { read: 0, byCustomer: new Map() };
    known.set(record, reading);
    for (; reading.read < record.length; reading.read += 1) {
      const entry = record[reading.read];
      if (entry !== undefined) take(reading.byCustomer, entry);
    }
    return reading.byCustomer.get(customerId) ?? nothing;
  };
}

function take(byCustomer: Map<string, Set<string>>, entry: RecordEntry): void {
  if (entry.kind === 'teams') return;
  const id = entry.kind === 'customer' ? entry.message.id : entry.eventId;
  if (id === undefined) return;
  const waiting = byCustomer.get(entry.customerId);
  if (entry.event === 'waiting') byCustomer.set(entry.customerId, (waiting ?? new Set()).add(id));
  else if (waiting?.delete(id) === true && waiting.size === 0) byCustomer.delete(entry.customerId);
}
