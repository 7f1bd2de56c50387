import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { NotificationFeed } from '../../genesys/notification-feed.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { createPresenceFeed, type PresenceFeed } from '../../presence/presence-feed.ts';
import { queueConversationsTopic } from '../../sessions/conversation-frame.ts';
import {
  conversationSignals,
  tellsOfConversations,
  undeliveredTopic,
} from '../../sessions/conversation-signals.ts';
import { recentMs, type Session } from '../../sessions/session.ts';
import { createSessionIndex, type SessionIndex } from '../../sessions/session-index.ts';
import type { Store } from '../../store/store.ts';
import { createSweep, type Sweep } from '../../sweep.ts';
import type { AgentDirectory } from '../agents/agent-directory.ts';
import type { OutreachEngine } from '../outreach-engine.ts';
import { type DiscoveredOffers, discoverOffers } from './discover-offers.ts';
import type { GuestSessionLives } from './guest-session-lives.ts';
import { loadQueues } from './load-queues.ts';
import { createLookedFor } from './looked-for.ts';
import { type ClientPermissions, permissionsUnknown, readPermissions } from './read-permissions.ts';

export interface OrganisationWatch {
  /** Reads who works here and who was here, then follows both; throws what the platform or the store throws. */
  connect(): Promise<void>;
  presence(): PresenceFeed | null;
  sessions: SessionIndex;
  /** What the organisation was found to offer. */
  offers(): DiscoveredOffers;
  /** What our OAuth client may do, read once at the start. */
  permissions(): ClientPermissions;
  /**
   * Whether an agent is not known here, or (`doubted`) not in every queue, and is being looked for. On a shared store another instance may have read later
   * who works where: the queues are read again then, and what it began is left alone until that is done. Before
   * anything is read everybody is: an approval pressed at a start must not meet an empty house.
   */
  isLookedFor(agentId: string, doubted?: boolean): boolean;
  stop(): Promise<void>;
}

const mostChannels = 2_000;

/** How often the queues and their members are read again. */
const directoryEveryMs = 30 * 60_000;

/** Since the sessions were filled or looked at last, before they are looked at again: not right after the first fill. */
const lookAgainMs = 5 * 60_000;

/** How often the conversations of what was sent are read although nothing was missed: a call for each. */
const outcomesEveryMs = 60 * 60_000;

/** Teams delivers an activity again within minutes; its id is kept for a week. */
const activitiesKeptMs = 7 * 24 * 60 * 60_000;

/** What could not be read after a gap is tried again after this long. */
const readAgainMs = 5_000;

/** Connected no later than this after the first fill, the notifications missed nothing worth another fill. */
const promptMs = 5_000;

/** Keeps what we know of the organisation equal to the platform: agents, presence, sessions, and what became of messages. */
export function createOrganisationWatch(parts: {
  call: PlatformCall;
  notifications: NotificationFeed;
  store: Store;
  directory: AgentDirectory;
  /** Names or ids; none: every queue. */
  queues: readonly string[];
  engine: () => OutreachEngine;
  /** Kept read for every channel somebody was here on lately. */
  guestSessions: Pick<GuestSessionLives, 'read'>;
  /** Given every conversation that was seen, as it is known now. */
  conversationsSeen?: ((sessions: readonly Session[]) => Promise<void>) | undefined;
  clock: Clock;
  /** The platform's clock, which everything it tells is dated by; epoch milliseconds. */
  platformNow: () => number;
  log: Logger;
}): OrganisationWatch {
  const {
    call,
    notifications,
    store,
    directory,
    queues,
    engine,
    guestSessions,
    conversationsSeen,
    clock,
    platformNow,
    log,
  } = parts;
  const sessions = createSessionIndex({
    call,
    sessions: store.sessions,
    lost,
    ...(conversationsSeen !== undefined && { seen: conversationsSeen }),
    clock,
    platformNow,
    log,
  });
  let presence: PresenceFeed | null = null;
  let upkeep: Sweep | null = null;
  let directoryReadAt = 0;
  let lookedAt = 0;
  let outcomesReadAt: number | null = null;
  let permissions = permissionsUnknown;
  let offers: DiscoveredOffers = {
    externalMessages: false,
    webchat: false,
    cobrowseSessions: false,
    threadingMs: 0,
  };

  async function channelsOfLate(): Promise<string[]> {
    const recent = await store.sessions.activeSince(platformNow() - recentMs, mostChannels);
    return [...new Set(recent.map(({ channelId }) => channelId))];
  }

  async function fill(): Promise<void> {
    await sessions.fill();
    notifications.addTopics((await channelsOfLate()).map(undeliveredTopic));
  }

  async function readDirectory(): Promise<void> {
    directory.replace(await loadQueues(call, queues));
    directoryReadAt = clock.now();
    notifications.addTopics(directory.queueIds().map(queueConversationsTopic));
  }

  /** An attempt to connect that failed later on must not say it all again. */
  async function readPermissionsOnce(): Promise<void> {
    if (permissions.granted === null) permissions = await readPermissions({ call, log });
  }

  /** Who joined a queue since is watched from here on; who left it is no longer in the directory. */
  async function followDirectory(feed: PresenceFeed): Promise<void> {
    if (clock.now() - directoryReadAt < directoryEveryMs) return;
    await readDirectory();
    await feed.watch(directory.agents());
  }

  const lookedFor = createLookedFor({
    async read() {
      await readDirectory();
      await presence?.watch(directory.agents());
    },
    readAt: () => directoryReadAt,
    isKnown: (agentId) => directory.agent(agentId) !== null,
    clock,
    log,
  });

  /** An event can be lost on a socket that lives: who wrote meanwhile is looked up now and then, and more rarely what was answered. */
  async function lookAgain(): Promise<void> {
    const now = clock.now();
    if (now - Math.max(sessions.status().filledAt ?? 0, lookedAt) >= lookAgainMs) {
      await sessions.look();
      lookedAt = now;
    }
    outcomesReadAt ??= now;
    if (now - outcomesReadAt < outcomesEveryMs) return;
    await engine().tracker.catchUp();
    outcomesReadAt = now;
  }

  /** An event came and could not be stored: as good as missed. Not at once, for the store is in trouble. */
  function lost(): void {
    missed.add('sessions').add('outcomes');
    if (reading || stopped) return;
    cancelRetry();
    cancelRetry = clock.after(readAgainMs, () => void readMissed());
  }

  const readers = { sessions: fill, lately: sessions.look, outcomes: () => engine().tracker.catchUp() };
  /** What is to be read since notifications were missed. */
  const missed = new Set<keyof typeof readers>();
  let reading = false;
  let stopped = false;
  let cancelRetry = () => {};

  /** Notifications were missed: what they would have told is read, again and again until it could be. */
  async function readMissed(): Promise<void> {
    if (reading || stopped) return;
    reading = true;
    cancelRetry();
    let failed = false;
    const due = [...missed];
    missed.clear();
    await Promise.all(
      due.map(async (what) => {
        try {
          await readers[what]();
        } catch (cause) {
          failed = true;
          missed.add(what);
          log.warn({ err: cause, what, retryMs: readAgainMs }, 'not everything was read after a gap');
        }
      }),
    );
    reading = false;
    if (stopped || missed.size === 0) return;
    // Missed anew meanwhile: at once.
    cancelRetry = clock.after(failed ? readAgainMs : 0, () => void readMissed());
  }

  function onEvent(topic: string, body: unknown): void {
    sessions.onEvent(topic, body);
    for (const signal of conversationSignals(topic, body)) {
      engine()
        .tracker.onSignal(signal)
        .catch((cause: unknown) => {
          log.error({ err: cause }, 'an outcome could not be written');
          lost();
        });
    }
  }

  return {
    async connect() {
      await Promise.all([readPermissionsOnce(), readDirectory()]);
      await fill();
      const [newest] = await store.sessions.endedSince(platformNow() - recentMs, 1);
      const anyConversation = newest?.conversationId ?? null;
      offers = await discoverOffers({ call, settings: store.settings, anyConversation, log });
      const feed = createPresenceFeed({
        call,
        notifications,
        agents: directory.agents(),
        presences: store.presences,
        clock,
        platformNow,
        log,
        onAvailable: (event) => engine().onAvailable(event),
        onRead: () => engine().presenceKnown(),
      });
      await feed.start();
      presence = feed;
      let gaps = 0;
      notifications.listen({
        onEvent,
        onGap(topics) {
          if (!topics.some(tellsOfConversations)) return;
          gaps += 1;
          missed.add('outcomes');
          const filledAt = sessions.status().filledAt ?? 0;
          // The first one is the first connection, usually right after the first fill.
          if (gaps > 1 || clock.now() - filledAt > promptMs) missed.add('sessions');
          // Nobody is sent a message for the moment between, but somebody waits to be told who came in it.
          else if (conversationsSeen !== undefined) missed.add('lately');
          void readMissed();
        },
      });
      notifications.start();
      upkeep = createSweep({
        name: 'upkeep',
        everyMs: 600_000,
        async work() {
          await guestSessions.read(await channelsOfLate());
          await sessions.prune();
          await store.activities.prune(clock.now() - activitiesKeptMs);
          await followDirectory(feed);
          await lookAgain();
        },
        clock,
        log,
      });
      upkeep.start();
    },
    presence: () => presence,
    sessions,
    offers: () => offers,
    permissions: () => permissions,
    isLookedFor: (agentId, doubted) =>
      presence === null || (store.engine === 'postgres' && lookedFor.isOn(agentId, doubted)),
    async stop() {
      stopped = true;
      await lookedFor.stop();
      cancelRetry();
      await upkeep?.stop();
      await presence?.stop();
      await sessions.settled();
    },
  };
}
