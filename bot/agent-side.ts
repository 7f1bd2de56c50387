import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { SignInConfig } from '../src/config/config.ts';
import type { Genesys } from '../src/genesys/genesys.ts';
import type { AgentDirectory } from '../src/journeys/agents/agent-directory.ts';
import { createAgentSignIn } from '../src/journeys/agents/agent-sign-in.ts';
import { createCobrowseDesk } from '../src/journeys/cobrowse/cobrowse-desk.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import { createReplyDesk } from '../src/journeys/replying/reply-desk.ts';
import type { Store } from '../src/store/store.ts';
import { signedInPath } from './signed-in-path.ts';

export interface AgentSide extends Pick<Journeys, 'signIns' | 'replies' | 'cobrowses'> {
  /** From now on agents sign in through this client. */
  offerSignIn(signIn: SignInConfig): void;
  /** What was left without an end is followed to it from now on. */
  start(): void;
  stop(): Promise<void>;
}

/** What agents do in their own name once a customer answered, joined: signing in, replying, looking along. */
export function createAgentSide(parts: {
  store: Store;
  genesys: Pick<
    Genesys,
    'call' | 'callAs' | 'deploymentCobrowse' | 'notifications' | 'platformNow' | 'userSignIn'
  >;
  directory: AgentDirectory;
  /** The addresses of the organisation's API and sign-in: they tell where its conversations are opened. */
  hosts: readonly string[];
  /** Whether the organisation offers the endpoint of cobrowse sessions. */
  sessionsOffered: () => boolean;
  /** Whether the policy of this moment lets agents ask for control. */
  policyControl: () => Promise<boolean>;
  /** Their cards are behind. None may throw. */
  changed: {
    signIn(agentId: string): void;
    reply(outreachId: string): void;
    cobrowse(eventId: string): void;
  };
  clock: Clock;
  log: Logger;
}): AgentSide {
  const { store, genesys, directory, hosts, sessionsOffered, policyControl, changed, clock, log } = parts;
  const { call, platformNow } = genesys;
  const signIns = createAgentSignIn({ callAs: genesys.callAs, changed: changed.signIn, now: clock.now, log });
  const shared = { store, call, signIns, hosts, clock, platformNow, log };
  const replies = createReplyDesk({ ...shared, changed: changed.reply });
  const cobrowse = createCobrowseDesk({
    ...shared,
    directory,
    deploymentOf: genesys.deploymentCobrowse,
    sessionsOffered,
    policyControl,
    changed: ({ eventId }) => changed.cobrowse(eventId),
    newId: randomUUID,
  });
  genesys.notifications.listen({ onEvent: cobrowse.onEvent, onGap() {} });
  return {
    signIns,
    replies: replies.replies,
    cobrowses: cobrowse.cobrowses,
    offerSignIn({ clientId, clientSecret, publicUrl }) {
      const redirectUri = `${publicUrl}${signedInPath}`;
      signIns.offer(
        genesys.userSignIn({ clientId, clientSecret: clientSecret?.reveal() ?? null, redirectUri }),
      );
    },
    start() {
      replies.start();
      cobrowse.start();
    },
    async stop() {
      await Promise.all([replies.stop(), cobrowse.stop()]);
    },
  };
}
