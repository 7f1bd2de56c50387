import type { AccessTokens } from '../platform/access-tokens.ts';
import type { Faults } from './armed-faults.ts';

/** Revokes the access tokens a fault of them names, as soon as it is armed. */
export function revokeTokensWhenAsked(faults: Faults, tokens: Pick<AccessTokens, 'revoke'>): void {
  faults.onArmed((armed) => {
    const fault = faults.take('token', (each) => each === armed);
    if (fault === undefined) return;
    tokens.revoke(
      ({ orgId, clientId }) =>
        (fault.orgId === undefined || fault.orgId === orgId) &&
        (fault.clientId === undefined || fault.clientId === clientId),
    );
  });
}
