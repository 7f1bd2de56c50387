import { type CardSync, createCardSync } from '../../../../bot/card-sync/card-sync.ts';
import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import {
  type ConversationLanguages,
  createConversationLanguages,
} from '../../../../bot/conversation-languages.ts';
import { createTeamsPace } from '../../../../bot/pace/teams-pace.ts';
import { createPacedPort } from '../../../../bot/teams/paced-port.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import type { Store } from '../../../../src/store/store.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog, silentLog } from '../../../support/silent-log.ts';

const settle = 100;

interface Teams {
  /** `post 19:… v2`, `update a:… card-1 v3`, in the order Teams got them. */
  calls: string[];
  /** The bodies of the cards of these calls. */
  drawn: string[];
  failures: { code: ErrorCode; retryAfterMs?: number; status?: number }[];
  /** Every call to that conversation fails so. */
  failTo: { conversationId: string; code: ErrorCode } | null;
  /** Calls are answered once it is open. */
  gate: Promise<void>;
  posts: number;
}

/** Card sync between a store in memory and a Teams that takes, fails or waits as a test says. */
export function cardSyncScene() {
  const store = memoryCardStore();
  const clock = manualClock();
  const adasChat = examplePersonalReference('ada@northwind.example');
  const languages: ConversationLanguages = createConversationLanguages({
    settings: memorySettings(),
    standard: 'en',
    log: silentLog,
  });
  const teams: Teams = {
    calls: [],
    drawn: [],
    failures: [],
    failTo: null,
    gate: Promise.resolve(),
    posts: 0,
  };

  async function teamsTakes(call: string, card: AdaptiveCard): Promise<void> {
    teams.calls.push(call);
    teams.drawn.push(JSON.stringify(card.body));
    await teams.gate;
    const { failTo } = teams;
    if (failTo !== null && call.includes(` ${failTo.conversationId} `)) throw new ReachbackError(failTo.code);
    const failure = teams.failures.shift();
    if (failure === undefined) return;
    const { code, ...facts } = failure;
    throw new ReachbackError(code, { facts });
  }

  const port = createPacedPort(
    {
      async post({ conversationId }, card, summary) {
        await teamsTakes(`post ${conversationId} ${summary}`, card);
        teams.posts += 1;
        return { activityId: `card-${teams.posts}` };
      },
      update: ({ conversationId }, activityId, card, summary) =>
        teamsTakes(`update ${conversationId} ${activityId} ${summary}`, card),
      member: () => Promise.reject(new Error('nobody asks who somebody is')),
    },
    createTeamsPace(clock, () => 0.5),
    new AbortController().signal,
  );

  function newSync(engine: Store['engine'] = 'sqlite'): CardSync {
    return createCardSync({
      store: { ...store, engine },
      teams: port,
      people: {
        agentIdsIn: async (chats) =>
          chats.map(({ userEmail }) => (userEmail === adasChat.userEmail ? 'agent-ada' : null)),
      },
      view: ({ version }, locale) => ({
        card: noticeCard({ title: 'Card', lines: [], tone: 'plain' }, locale),
        summary: locale === 'en' ? `v${version}` : `v${version} ${locale}`,
      }),
      movedView: ({ version }, locale) => ({
        card: noticeCard({ title: 'Moved', lines: [], tone: 'plain' }, locale),
        summary: `moved at v${version}`,
      }),
      burstView: (_burstId, members, locale) => ({
        card: noticeCard({ title: 'Burst', lines: [], tone: 'plain' }, locale),
        summary: `burst ${members.map(({ outreach }) => `${outreach.id} v${outreach.version}`).join(', ')}`,
      }),
      languages,
      clock,
      log: recordingLog().log,
      random: () => 0.5,
    });
  }

  return Object.assign(teams, {
    store,
    clock,
    languages,
    channel: exampleReference(),
    adasChat,
    newSync,
    sync: newSync(),

    write(changes: Partial<Outreach>): string {
      const outreach = exampleOutreach({
        id: 'outreach-1',
        mode: 'supervisor',
        agentId: 'agent-ada',
        updatedAt: clock.now(),
        ...changes,
      });
      store.ledger.set(outreach.id, outreach);
      return outreach.id;
    },

    /** Pokes, lets the change settle, then time pass. */
    async poke(id: string, wait = 0): Promise<void> {
      this.sync.poke(id);
      await clock.advance(settle + wait);
      await clock.advance(0);
    },
  });
}
