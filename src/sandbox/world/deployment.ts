import type { MessengerSettings } from './messenger-settings.ts';

/** A messenger on somebody’s pages. */
export interface Deployment {
  readonly id: string;
  readonly name: string;
  /** Queues its inbound message flow routes to. */
  readonly queueIds: string[];
  sessionDurationSeconds: number;
  messenger: MessengerSettings;
}
