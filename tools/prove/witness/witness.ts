import type { RecordEntry, SandboxControl } from '../../program/sandbox-control.ts';
import { type BurstSeen, burstSeen } from './burst-seen.ts';
import { cardSeen, marker } from './card-seen.ts';

/** One outreach as its cards told it. */
export interface OutreachSeen {
  readonly key: string;
  readonly text: string;
  readonly firstAt: number;
  /** What the latest card of each conversation (a channel with all its threads) shows. */
  readonly places: ReadonlyMap<string, Place>;
  /** Every state any card ever showed, in order. */
  readonly states: readonly string[];
  readonly outreachId: string | null;
}

export interface Place {
  readonly conversationId: string;
  readonly activityId: string;
  readonly state: string;
}

/** One message a customer got. */
export interface MessageSeen {
  readonly id: string;
  readonly text: string;
  readonly customerId: string;
  readonly at: number;
  /** It stood in a browser. */
  readonly shown: boolean;
  readonly repliedAt: number | null;
}

/** What customers and Teams saw, and nothing else: no log and no database of the program. */
export interface Witness {
  /** Takes in what was recorded since the last look. */
  look(): Promise<void>;
  outreaches(): readonly OutreachSeen[];
  /** Proposals seen on a card they share with others, and where that card is. */
  onBursts(): readonly (BurstSeen & Omit<Place, 'state'>)[];
  messages(): readonly MessageSeen[];
  /** Everything recorded, to be kept when something went wrong. */
  entries(): readonly RecordEntry[];
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

interface OpenOutreach extends Open<Omit<OutreachSeen, 'places' | 'states'>> {
  readonly places: Map<string, Place>;
  readonly states: string[];
}

export function createWitness(sandbox: SandboxControl): Witness {
  const entries: RecordEntry[] = [];
  const outreaches = new Map<string, OpenOutreach>();
  const onBursts = new Map<string, BurstSeen & Omit<Place, 'state'>>();
  const messages = new Map<string, Open<MessageSeen>>();

  function takeCard(entry: RecordEntry & { kind: 'teams' }): void {
    if (entry.event !== 'posted' && entry.event !== 'updated') return;
    const { conversationId, activityId } = entry;
    for (const one of burstSeen(entry.activity))
      onBursts.set(one.outreachId, { ...one, conversationId, activityId });
    const seen = cardSeen(entry.activity);
    if (seen === null) return;
    const { key, text, state } = seen;
    const at = Date.parse(entry.at);
    const known = outreaches.get(key) ?? newOutreach(key, text, at);
    outreaches.set(key, known);
    const [place = ''] = conversationId.split(';');
    known.places.set(place, { conversationId, activityId, state });
    known.states.push(state);
    known.outreachId ??= seen.outreachId;
  }

  function takeMessage(entry: RecordEntry & { kind: 'customer' }): void {
    const at = Date.parse(entry.at);
    if (entry.event === 'wrote') {
      for (const message of messages.values())
        if (message.customerId === entry.customerId) message.repliedAt ??= at;
      return;
    }
    const { id, text } = entry.message;
    if (!text.startsWith(marker)) return;
    const known = messages.get(id);
    const shown = entry.event !== 'waiting';
    if (known === undefined)
      messages.set(id, { id, text, customerId: entry.customerId, at, shown, repliedAt: null });
    else known.shown ||= shown;
  }

  return {
    async look() {
      const last = entries.at(-1)?.seq ?? 0;
      for (const entry of await sandbox.record(last)) {
        entries.push(entry);
        if (entry.kind === 'teams') takeCard(entry);
        if (entry.kind === 'customer') takeMessage(entry);
      }
    },
    outreaches: () => [...outreaches.values()],
    onBursts: () => [...onBursts.values()],
    messages: () => [...messages.values()],
    entries: () => entries,
  };
}

function newOutreach(key: string, text: string, firstAt: number): OpenOutreach {
  return { key, text, firstAt, places: new Map(), states: [], outreachId: null };
}
