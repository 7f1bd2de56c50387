import type { WebSocket } from 'ws';
import type { Sandbox } from '../sandbox.ts';
import type { GuestJwts } from './guest-jwts.ts';
import type { GuestWindows } from './guest-windows.ts';

/** One guest socket and what it may touch. */
export interface GuestScene {
  readonly sandbox: Sandbox;
  readonly guests: GuestWindows;
  readonly jwts: GuestJwts;
  readonly orgId: string;
  readonly deploymentId: string;
  readonly socket: WebSocket;
  /** Takes one message of the session's allowance, or gives the seconds to wait. */
  readonly allowance: (token: string) => number;
}

/** What goes back as a frame of type `response`; code 200 unless told. */
export interface GuestAnswer {
  readonly class: string;
  readonly body: unknown;
  readonly code?: number;
}

/** An error as the guest protocol writes it: class `string`, the text as body. */
export function guestRefusal(code: number, body: string): GuestAnswer {
  return { class: 'string', code, body };
}
