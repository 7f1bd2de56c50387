/** A request to one of the simulated systems or, by Teams, to the bot; for the control room's timeline and the demo's story. */
export interface RequestEntry {
  readonly seq: number;
  readonly at: number;
  /** Who was asked: the platform, the Bot Connector, or the bot when somebody writes to it or presses a button. */
  readonly to: 'genesys' | 'teams' | 'bot';
  readonly ms: number;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was reset before an answer or none came. */
  readonly status: number;
  readonly correlationId: string;
  /** Why the sandbox refused, where the answer itself does not say. */
  readonly reason?: string;
  /** Parsed JSON where it was JSON; tokens and secrets never. */
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}
