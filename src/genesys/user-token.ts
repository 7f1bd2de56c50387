import { ReachbackError } from '../errors/reachback-error.ts';
import type { AccessToken } from './access-token.ts';
import type { UserGrant, UserSignIn } from './user-sign-in.ts';

export interface UserToken extends AccessToken {
  /** It has run out and cannot be renewed, or the platform refused it. */
  isOver(): boolean;
}

/** Before its end a token is not used any more: it might run out on the way. */
const beforeEndMs = 30_000;

/**
 * A person's token, renewed at its end where Genesys gave a refresh token. `get` throws `reply.sign-in.ended` when only a new sign-in helps, and
 * `genesys.token-unavailable` while the login host cannot be asked.
 */
export function createUserToken(parts: {
  grant: UserGrant;
  signIn: Pick<UserSignIn, 'renew'>;
  now: () => number;
}): UserToken {
  const { signIn, now } = parts;
  let grant: UserGrant | null = parts.grant;
  let underWay: Promise<string> | null = null;

  async function renewed(refreshToken: string): Promise<string> {
    try {
      const fresh = await signIn.renew(refreshToken);
      // Whether a refresh token serves more than once is *unverified*: a new one counts, else the old is kept.
      grant = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken };
      return grant.accessToken;
    } catch (cause) {
      if (!(cause instanceof ReachbackError) || cause.retry !== 'never') throw cause;
      grant = null;
      throw new ReachbackError('reply.sign-in.ended', { cause });
    }
  }

  return {
    async get() {
      if (grant === null) throw new ReachbackError('reply.sign-in.ended');
      if (now() < grant.endsAt - beforeEndMs) return grant.accessToken;
      const { refreshToken } = grant;
      if (refreshToken === null) {
        grant = null;
        throw new ReachbackError('reply.sign-in.ended');
      }
      underWay ??= renewed(refreshToken).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    refused(token) {
      if (grant?.accessToken === token) grant = grant.refreshToken === null ? null : { ...grant, endsAt: 0 };
    },
    isOver: () => grant === null || (grant.refreshToken === null && now() >= grant.endsAt - beforeEndMs),
  };
}
