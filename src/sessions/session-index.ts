import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { conversationDetailsPage, detailsPageSize } from '../genesys/endpoints/conversation-details-page.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { ConversationWire } from '../genesys/wire/conversation.ts';
import type { SessionTable } from '../store/shapes/session-table.ts';
import { analyticsSessions } from './analytics-sessions.ts';
import { conversationFrame } from './conversation-frame.ts';
import { mergeSession } from './merge-session.ts';
import { readLongThreads } from './read-long-threads.ts';
import { recentMs, type Session } from './session.ts';
import { sessionFromConversationEvent } from './session-from-conversation-event.ts';

export interface SessionIndex {
  /** Reads who was here from the platform; throws what the platform call or the store throws. One at a time. */
  fill(): Promise<FillResult>;
  /**
   * Reads who began a conversation of late, at the cost of a call or few: events of one may have been lost on a socket that lives.
   * Throws like `fill`.
   */
  look(): Promise<FillResult>;
  /** Takes in a conversation event; other topics are left alone. Never throws. */
  onEvent(topic: string, body: unknown): void;
  /** Forgets sessions older than the index reaches; how many went. */
  prune(): Promise<number>;
  /** Resolves when every event taken in so far is stored. */
  settled(): Promise<void>;
  status(): SessionIndexStatus;
}

interface FillResult {
  /** Conversations the platform named, malformed ones included. */
  readonly seen: number;
  readonly kept: number;
  readonly malformed: number;
}

interface SessionIndexStatus {
  /** When the last complete fill ended, epoch milliseconds; null before there is one. */
  readonly filledAt: number | null;
}

/**
 * The query matches conversations by the day they *started*, and a thread may go on for 72 h: four days back covers
 * every conversation that can still have been active in the last 24 h.
 */
const queryReachMs = 4 * recentMs;
/** How far back a look reaches: three times as far as the last one is likely to be ago. */
const lookReachMs = 30 * 60_000;
/** The platform serves at most 100,000 rows of a query. */
const lastPage = 1_000;

/** The rolling index of who was here: filled from analytics, kept fresh by conversation events. */
export function createSessionIndex({
  call,
  sessions,
  lost,
  seen = async () => {},
  clock,
  platformNow,
  log,
}: {
  call: PlatformCall;
  sessions: SessionTable;
  /** Told of each event the store did not take: it must be read from the platform. */
  lost: () => void;
  /** Given every conversation as it is known now, before that is stored, however long it is over. What it throws counts as not stored. */
  seen?: (sessions: readonly Session[]) => Promise<void>;
  clock: Clock;
  /** The platform's clock, which conversations are dated by; epoch milliseconds. */
  platformNow: () => number;
  log: Logger;
}): SessionIndex {
  let filledAt: number | null = null;
  let underWay: Promise<FillResult> | null = null;
  /** Reading a session and writing it joined is one step: events and pages take turns. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = turn.then(work);
    turn = run.catch(() => {});
    return run;
  }

  /** Stores those of late, joined with what is known; how many there were. */
  function keep(fresh: readonly Session[]): Promise<number> {
    return inTurn(async () => {
      const joined: Session[] = [];
      for (const session of fresh.filter(isRecent))
        joined.push(mergeSession(await sessions.get(session.conversationId), session));
      await seen([...fresh.filter((session) => !isRecent(session)), ...joined]);
      await sessions.upsert(joined);
      return joined.length;
    });
  }

  /** Page by page, newest first, what began since `from`; the open threads among it that look quiet are left over. */
  async function readPages(from: number): Promise<FillResult & { quietThreads: Session[] }> {
    const now = platformNow();
    const total = { seen: 0, kept: 0, malformed: 0 };
    const quietThreads: Session[] = [];
    for (let pageNumber = 1; pageNumber <= lastPage; pageNumber += 1) {
      const page = await conversationDetailsPage(call, { from, to: now, pageNumber });
      const read = analyticsSessions(page.conversations);
      quietThreads.push(...read.sessions.filter((session) => session.endedAt === null && !isRecent(session)));
      total.kept += await keep(read.sessions);
      total.seen += page.conversations.length;
      total.malformed += read.malformed;
      if (page.conversations.length === 0) break;
      // It goes by days: what began earlier on the first of them is not asked for.
      if (read.sessions.some(({ startedAt }) => startedAt < from)) break;
      if (
        page.totalHits === null ? page.conversations.length < detailsPageSize : total.seen >= page.totalHits
      )
        break;
    }
    return { ...total, quietThreads };
  }

  const isRecent = ({ lastActivityAt }: Session) => lastActivityAt >= platformNow() - recentMs;

  async function fill(): Promise<FillResult> {
    const { quietThreads, ...total } = await readPages(platformNow() - queryReachMs);
    total.kept += await keep(await readLongThreads(call, quietThreads));
    filledAt = clock.now();
    log.info(total, 'session index filled');
    return total;
  }

  async function takeIn(conversation: ConversationWire): Promise<void> {
    const known = await sessions.get(conversation.id);
    const session = sessionFromConversationEvent(conversation, known);
    if (session === null) return;
    await seen([session]);
    await sessions.upsert([session]);
  }

  return {
    fill() {
      underWay ??= fill().finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async look() {
      const { quietThreads: _, ...total } = await readPages(platformNow() - lookReachMs);
      return total;
    },

    onEvent(topic, body) {
      const conversation = conversationFrame(topic, body);
      if (conversation === 'other') return;
      if (conversation === 'malformed') {
        log.warn({ code: 'genesys.frame-malformed', topic }, 'conversation frame left out');
        return;
      }
      inTurn(() => takeIn(conversation)).catch((error: unknown) => {
        log.warn({ err: error, conversationId: conversation.id }, 'a conversation event is not in the index');
        lost();
      });
    },

    prune: () => inTurn(() => sessions.prune(platformNow() - recentMs)),
    settled: async () => void (await turn),
    status: () => ({ filledAt }),
  };
}
