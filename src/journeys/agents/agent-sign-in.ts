import { createHash, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { AccessToken } from '../../genesys/access-token.ts';
import { endOwnToken } from '../../genesys/endpoints/end-own-token.ts';
import { ownUser } from '../../genesys/endpoints/own-user.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { UserSignIn } from '../../genesys/user-sign-in.ts';
import { createUserToken, type UserToken } from '../../genesys/user-token.ts';
import type { AgentPerson, SignIns } from '../replying/replying.ts';

export interface AgentSignIn extends SignIns {
  /** From now on people sign in so. */
  offer(signIn: UserSignIn): void;
  /** The API in this person's name; null: they are not signed in. */
  callOf(person: AgentPerson): PlatformCall | null;
}

/** Somebody is on their way to Genesys Cloud's sign-in page. */
interface Asked extends AgentPerson {
  readonly verifier: string;
  readonly until: number;
}

interface SignedIn {
  readonly agentId: string;
  readonly token: UserToken;
  readonly call: PlatformCall;
}

const linkLifeMs = 10 * 60_000;

/**
 * Who is signed in to Genesys Cloud as themselves. A link is bound to one person in Teams and the Genesys agent they are: whoever comes
 * back must be that agent by `GET /users/me`. Neither links nor tokens are ever written down.
 */
export function createAgentSignIn(parts: {
  callAs: (token: AccessToken) => PlatformCall;
  /** An agent signed in or out. Must not throw. */
  changed: (agentId: string) => void;
  now: () => number;
  log: Logger;
}): AgentSignIn {
  const { callAs, changed, now, log } = parts;
  let signIn: UserSignIn | null = null;
  /** By state. */
  const asked = new Map<string, Asked>();
  /** By person. */
  const signedIn = new Map<string, SignedIn>();

  function forgetLinks(fits: (ask: Asked) => boolean): void {
    for (const [state, ask] of asked) if (fits(ask)) asked.delete(state);
  }

  function take(state: string | null): Asked {
    const ask = asked.get(state ?? '');
    asked.delete(state ?? '');
    if (ask === undefined || ask.until <= now()) throw new ReachbackError('reply.sign-in.link-spent');
    return ask;
  }

  function entryOf({ personKey, agentId }: AgentPerson): SignedIn | null {
    const entry = signedIn.get(personKey);
    if (entry === undefined) return null;
    if (entry.agentId === agentId && !entry.token.isOver()) return entry;
    signedIn.delete(personKey);
    return null;
  }

  /** Best effort: a token nobody has any more runs out by itself. */
  async function end(call: PlatformCall): Promise<void> {
    try {
      await endOwnToken(call);
    } catch (cause) {
      log.warn({ err: cause }, 'a sign-in that is over could not be ended at Genesys Cloud, too');
    }
  }

  return {
    offer(offered) {
      signIn = offered;
    },
    offered: () => signIn !== null,
    link({ personKey, agentId }) {
      if (signIn === null) throw new ReachbackError('reply.sign-in.not-set-up');
      const at = now();
      forgetLinks((ask) => ask.personKey === personKey || ask.until <= at);
      const state = randomBytes(32).toString('base64url');
      const verifier = randomBytes(32).toString('base64url');
      asked.set(state, { personKey, agentId, verifier, until: at + linkLifeMs });
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      return signIn.address({ state, challenge });
    },
    async finish({ state, code }) {
      const { personKey, agentId, verifier } = take(state);
      if (signIn === null) throw new ReachbackError('reply.sign-in.not-set-up');
      if (code === null) throw new ReachbackError('reply.sign-in.cancelled');
      const token = createUserToken({ grant: await signIn.byCode({ code, verifier }), signIn, now });
      const call = callAs(token);
      const me = await ownUser(call).catch(async (cause: unknown) => {
        await end(call);
        throw cause;
      });
      if (me.id !== agentId) {
        await end(call);
        log.warn(
          { code: 'reply.sign-in.other-person', agentId },
          'somebody else signed in than the link was for',
        );
        throw new ReachbackError('reply.sign-in.other-person');
      }
      const before = signedIn.get(personKey);
      signedIn.set(personKey, { agentId, token, call });
      log.info({ agentId }, 'an agent signed in to Genesys Cloud');
      changed(agentId);
      if (before !== undefined && !before.token.isOver()) await end(before.call);
      return { agentName: me.name };
    },
    isSignedIn: (person) => entryOf(person) !== null,
    callOf: (person) => entryOf(person)?.call ?? null,
    async signOut({ personKey, agentId }) {
      forgetLinks((ask) => ask.personKey === personKey);
      const entry = signedIn.get(personKey);
      signedIn.delete(personKey);
      if (entry === undefined) return false;
      changed(agentId);
      await end(entry.call);
      log.info({ agentId: entry.agentId }, 'an agent signed out');
      return true;
    },
  };
}
