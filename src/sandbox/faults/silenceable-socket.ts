import { type RawData, WebSocket } from 'ws';

type Send = { mask?: boolean; binary?: boolean; compress?: boolean; fin?: boolean };
type Sent = (error?: Error) => void;

/**
 * Bytes that may wait for a client to read them: several times what 10,000 agents who change at once are told in.
 * unverified: how long the platform waits for one that does not read.
 */
const mostBuffered = 67_108_864;

/** A server's WebSocket that can fall silent while it stays open: nothing goes out any more, and what comes in is dropped. */
export class SilenceableSocket extends WebSocket {
  #silent = false;

  silence(): void {
    this.#silent = true;
    this.removeAllListeners('message');
  }

  override send(data: Exclude<RawData, Buffer[]> | string, sent?: Sent): void;
  override send(data: Exclude<RawData, Buffer[]> | string, options: Send, sent?: Sent): void;
  override send(data: Exclude<RawData, Buffer[]> | string, options?: Send | Sent, sent?: Sent): void {
    if (this.#silent || this.#isFull()) return;
    if (typeof options === 'object') super.send(data, options, sent);
    else super.send(data, options);
  }

  /** Called for every ping of the client. */
  override pong(data?: unknown, mask?: boolean): void {
    if (!this.#silent && !this.#isFull()) super.pong(data, mask);
  }

  /** Cuts off who does not read what was sent: the rest would pile up here. */
  #isFull(): boolean {
    const full = this.bufferedAmount > mostBuffered;
    if (full) this.terminate();
    return full;
  }

  override close(code?: number, reason?: string | Buffer): void {
    if (!this.#silent) super.close(code, reason);
  }

  /** Closes with the code; 1006, which no frame can carry, cuts the connection. */
  end(code: number, reason: string): void {
    if (code === 1006) this.terminate();
    // Codes that only describe what happened may not be sent (RFC 6455, 7.4.1).
    else if ([1004, 1005].includes(code)) super.close();
    else this.close(code, reason);
  }
}
