import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { GuestAnswer } from '../guest-scene.ts';

/** Bytes of custom attributes a message may carry. */
export const maxCustomDataBytes = 2048;

/** What a messenger is told of its session; `expirationDate` in epoch seconds. */
export function sessionResponse(
  { readOnly, autoStarted, sessionExpiresAt }: Customer,
  deployment: Deployment,
  about: { readonly connected: boolean; readonly newSession: boolean; readonly cleared?: boolean },
): GuestAnswer {
  return {
    class: 'SessionResponse',
    body: {
      connected: about.connected,
      newSession: about.newSession,
      readOnly: readOnly === true,
      autoStarted: autoStarted === true,
      maxCustomDataBytes,
      ...mediaOf(deployment),
      clearedExistingSession: about.cleared === true,
      durationSeconds: deployment.sessionDurationSeconds,
      expirationDate: Math.floor(sessionExpiresAt / 1000),
    },
  };
}

/** What the deployment lets guests upload, as SessionResponse and GetConfigurationResponse say it. */
export function mediaOf({ messenger }: Deployment) {
  const { fileTypes, maxFileSizeKB, blockedExtensions } = messenger;
  return {
    allowedMedia: {
      inbound: {
        fileTypes: fileTypes.map((type) => ({ type })),
        maxFileSizeKB: fileTypes.length === 0 ? 0 : maxFileSizeKB,
      },
    },
    blockedExtensions,
  };
}
