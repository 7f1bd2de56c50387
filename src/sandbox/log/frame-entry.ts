/** An event as it went out on notification sockets, for the control room's timeline. */
export interface FrameEntry {
  readonly seq: number;
  readonly at: number;
  readonly topic: string;
  /** On how many sockets. */
  readonly sockets: number;
  /** The JSON text, word for word. */
  readonly text: string;
}
