import type { Sandbox } from '../sandbox.ts';
import { createAttachments } from './attachments/attachments.ts';
import type { GuestParts } from './guest-scene.ts';
import type { GuestWindows } from './guest-windows.ts';
import { createGuestTokens } from './identity/guest-tokens.ts';
import { createMessageAllowance } from './message-allowance.ts';
import { createResumeTokens } from './session/resume-tokens.ts';
import { createExpiryWatch } from './session/watch-expiry.ts';

/** Everything guests' sockets and requests share, made once for a sandbox. */
export function createGuestParts(
  sandbox: Sandbox,
  guests: GuestWindows,
  log: (line: string) => void,
): GuestParts {
  const { now } = sandbox;
  return {
    sandbox,
    guests,
    log,
    tokens: createGuestTokens(now),
    resumes: createResumeTokens(now),
    attachments: createAttachments(now),
    allowance: createMessageAllowance(now),
    expiry: createExpiryWatch(sandbox),
  };
}
