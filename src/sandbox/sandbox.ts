import type { EventEmitter } from 'node:events';
import type { RecordEntry, World } from './world.ts';

/** A request that came in on the platform's paths, for the control room's timeline and the demo's story. */
export interface RequestEntry {
  readonly seq: number;
  readonly at: number;
  readonly ms: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly correlationId: string;
  /** Parsed JSON where it was JSON; tokens and secrets never. */
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** What the control room's live stream carries. */
export interface LiveEvents {
  record: [RecordEntry];
  request: [RequestEntry];
  presence: [{ orgId: string; agentId: string }];
  conversation: [{ orgId: string; conversationId: string }];
  reset: [];
}

type NewRecordEntry = RecordEntry extends infer Entry ? (Entry extends RecordEntry ? Omit<Entry, 'seq' | 'at'> : never) : never;

/** What every part of the sandbox is handed; made once, in start-sandbox. */
export interface Sandbox {
  readonly world: World;
  readonly now: () => number;
  /** A new UUID; deterministic while seeding, random afterwards. */
  readonly newId: () => string;
  readonly live: EventEmitter<LiveEvents>;
  /** Appends to the record, with its number and time, and tells the live stream. */
  readonly append: (entry: NewRecordEntry) => RecordEntry;
  /** Sends one event to every notification channel subscribed to the topic. */
  readonly publish: (topic: string, eventBody: unknown) => void;
  /** The `http://127.0.0.1:port` this sandbox answers on. */
  readonly baseUrl: () => string;
}
