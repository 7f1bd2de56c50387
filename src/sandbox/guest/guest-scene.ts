import type { WebSocket } from 'ws';
import type { Sandbox } from '../sandbox.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { GuestWindows } from './guest-windows.ts';
import type { GuestTokens } from './identity/guest-tokens.ts';
import type { ResumeTokens } from './session/resume-tokens.ts';
import type { ExpiryWatch } from './session/watch-expiry.ts';

/** What all guest sockets share. */
export interface GuestParts {
  readonly sandbox: Sandbox;
  readonly guests: GuestWindows;
  readonly tokens: GuestTokens;
  readonly resumes: ResumeTokens;
  readonly expiry: ExpiryWatch;
  readonly attachments: Attachments;
  /** Takes one message of the session's allowance, or gives the seconds to wait. */
  readonly allowance: (token: string) => number;
  /** Hears of faults of the sandbox itself. */
  readonly log: (line: string) => void;
}

/** One guest socket and what it may touch. */
export interface GuestScene extends GuestParts {
  readonly orgId: string;
  readonly deploymentId: string;
  readonly socket: WebSocket;
}

/** One frame that goes back to the guest who asked; a `response` with code 200 unless told. */
export interface GuestAnswer {
  readonly class: string;
  readonly body: unknown;
  readonly code?: number;
  readonly type?: 'response' | 'message';
}

/** An error as the guest protocol writes it: class `string`, the text as body. */
export function guestRefusal(code: number, body: string): GuestAnswer {
  return { class: 'string', code, body };
}
