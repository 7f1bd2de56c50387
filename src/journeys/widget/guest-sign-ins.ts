import { ReachbackError } from '../../errors/reachback-error.ts';
import { exchangeGuestCode } from '../../genesys/endpoints/exchange-guest-code.ts';
import { refreshGuestJwt } from '../../genesys/endpoints/refresh-guest-jwt.ts';
import { revokeGuestJwt } from '../../genesys/endpoints/revoke-guest-jwt.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { GuestSignIn } from '../../genesys/wire/guest-sign-in.ts';
import type { WidgetVisit } from '../../store/shapes/widget-table.ts';
import type { KeyRing } from './key-ring.ts';

/** Customers' sign-ins on the platform. Their refresh tokens are sealed at once and never leave this program. */
export interface GuestSignIns {
  begin(deploymentId: string, signIn: GuestSignIn): Promise<{ jwt: string; sealed: string | null }>;
  /** A new JWT. Throws `genesys.widget.refresh-refused` when only a new sign-in helps. */
  renew(visit: Pick<WidgetVisit, 'sealed' | 'deploymentId'>): Promise<string>;
  /** Ends it. True also when it was over already; throws when that is not known. */
  end(visit: Pick<WidgetVisit, 'sealed' | 'deploymentId'>): Promise<void>;
}

export function createGuestSignIns(parts: {
  callAsGuest: (jwt: string | null) => PlatformCall;
  keys: KeyRing;
}): GuestSignIns {
  const { callAsGuest, keys } = parts;

  async function renew({
    sealed,
    deploymentId,
  }: Pick<WidgetVisit, 'sealed' | 'deploymentId'>): Promise<string> {
    const refreshToken = sealed === null ? null : await keys.open(sealed);
    if (refreshToken === null) throw new ReachbackError('genesys.widget.refresh-refused');
    return refreshGuestJwt(callAsGuest(null), { refreshToken, deploymentId });
  }

  return {
    async begin(deploymentId, signIn) {
      const { jwt, refreshToken } = await exchangeGuestCode(callAsGuest(null), deploymentId, signIn);
      return { jwt, sealed: refreshToken === null ? null : await keys.seal(refreshToken) };
    },
    renew,
    async end(visit) {
      try {
        await revokeGuestJwt(callAsGuest(await renew(visit)));
      } catch (error) {
        if (!(error instanceof ReachbackError) || error.retry !== 'never') throw error;
      }
    },
  };
}
