/** A request that came in on the platform's paths, for the control room's timeline and the demo's story. */
export interface RequestEntry {
  readonly seq: number;
  readonly at: number;
  readonly ms: number;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was reset before an answer. */
  readonly status: number;
  readonly correlationId: string;
  /** Parsed JSON where it was JSON; tokens and secrets never. */
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}
