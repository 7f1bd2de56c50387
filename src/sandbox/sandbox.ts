import type { EventEmitter } from 'node:events';
import type { Faults } from './faults/armed-faults.ts';
import type { FrameEntry } from './log/frame-entry.ts';
import type { NumberedLog } from './log/numbered-log.ts';
import type { RecordEntry } from './log/record-entry.ts';
import type { RequestEntry } from './log/request-entry.ts';
import type { RequestLog } from './log/request-log.ts';
import type { WaitingNews } from './log/waiting-news.ts';
import type { EventDelays } from './notifications/event-delivery.ts';
import type { AccessTokens } from './platform/access-tokens.ts';
import type { Endpoint } from './platform/endpoint.ts';
import type { RefusalSettings } from './platform/unverified-refusals.ts';
import type { WantedScale } from './seed/scale.ts';
import type { BotLine } from './teams/to-bot/bot-line.ts';
import type { QueueMembership } from './world/queue-membership.ts';
import type { World } from './world/world.ts';

/** What the control room's live stream carries. */
export interface LiveEvents {
  record: [RecordEntry];
  request: [RequestEntry];
  presence: [{ orgId: string; agentId: string }];
  conversation: [{ orgId: string; conversationId: string }];
  /** An organisation treats its conversations otherwise from now on. */
  rules: [{ orgId: string }];
  /** The clock was moved ahead. */
  clock: [{ now: number; aheadMs: number }];
  reset: [];
}

/** What differs between installations of the platform or is not verified; the defaults are the strict reading. */
export interface SandboxSettings {
  /** Requests one access token may make in a minute; the platform's default is 300. 0 switches every such limit off. */
  readonly requestsPerMinute: number;
  /** Requests all tokens of one client and user may make in a minute; 3,000 on the platform. */
  readonly requestsPerMinuteOfClient: number;
  /** Between two heartbeats on a notification channel; about 30,000 on the platform. */
  readonly heartbeatMs: number;
  /** How long a message stays `queued`, and then `sent`, before its next status. */
  readonly deliveryStepMs: number;
  /** How long an access token lives; 86,400 on the platform unless the client says otherwise. */
  readonly accessTokenSeconds: number;
  /** How long after a change its event goes out (unverified): always the same for a kind, so that events keep their order. */
  readonly notificationDelayMs: EventDelays;
  /** What a second socket on a notification channel does (unverified): takes the place of the first, or is refused. */
  readonly secondSocket: 'replaces' | 'is-refused';
}

/** The guests' open WebSockets, by the secret token of their browser. */
export interface GuestConnections {
  isConnected(token: string): boolean;
  /** Sends one frame to every window of that guest. */
  send(token: string, frame: unknown): void;
}

export type NewRecordEntry = RecordEntry extends infer Entry
  ? Entry extends RecordEntry
    ? Omit<Entry, 'seq' | 'at'>
    : never
  : never;

/** What every part of the sandbox is handed; made once, in start-sandbox. */
export interface Sandbox {
  /** The same object for as long as the sandbox runs; a reset replaces what is in it. */
  readonly world: World;
  /** Epoch milliseconds of the sandbox's own clock. */
  readonly now: () => number;
  /** How far that clock is ahead of the computer's, in milliseconds. */
  readonly aheadMs: () => number;
  /** Moves it ahead by so many milliseconds; what falls due on the way happens, in order. */
  readonly advance: (ms: number) => void;
  /** A new random UUID. */
  readonly newId: () => string;
  readonly live: EventEmitter<LiveEvents>;
  /** Appends to the record, with its number and time, and tells the live stream. */
  readonly append: (entry: NewRecordEntry) => RecordEntry;
  /** Sends one event to every notification channel subscribed to the topic. */
  readonly publish: (topic: string, eventBody: unknown) => void;
  readonly waitingNews: WaitingNews;
  /** The `http://127.0.0.1:port` this sandbox answers on. */
  readonly baseUrl: () => string;
  readonly requests: RequestLog;
  /** What went out on notification sockets. */
  readonly frames: NumberedLog<FrameEntry>;
  readonly faults: Faults;
  readonly guests: GuestConnections;
  readonly tokens: AccessTokens;
  /** The platform's endpoints as registered, each with its source. */
  readonly endpoints: Endpoint[];
  readonly settings: SandboxSettings;
  /** How refusals nobody could confirm are answered, where not by the stricter reading. */
  readonly refusals: RefusalSettings;
  readonly queueIdsOf: QueueMembership;
  /** Delivers an activity to the bot. */
  readonly toBot: BotLine;
  /** To be called after every change of the world, so that the snapshot follows. */
  readonly changed: () => void;
  /** Runs once after so many milliseconds of the sandbox's clock, unless the sandbox is reset or closed before. */
  readonly later: (ms: number, run: () => void) => void;
  /** Seeds the world anew; with the seed and the size it has unless told. */
  readonly reset: (to?: WantedScale & { readonly seed?: string | undefined }) => void;
}
