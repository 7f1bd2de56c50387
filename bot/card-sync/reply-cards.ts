import type { Logger } from 'pino';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { ReplyCardRow } from '../../src/store/shapes/reply-table.ts';
import type { Store } from '../../src/store/store.ts';
import { createSweep } from '../../src/sweep.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { People } from '../people/people.ts';
import { personKey } from '../people/person-key.ts';
import type { TeamsPort } from '../teams/teams-port.ts';
import { afterRefusalOf } from './after-refusal.ts';
import { bringReplyCard } from './bring-reply-card.ts';
import type { DrawnReply, DrawReply } from './draw-reply.ts';
import { createWakeUps } from './wake-ups.ts';
import { createWorkQueue } from './work-queue.ts';

const considerMs = 7 * 24 * 60 * 60_000;
const sweepEveryMs = 15_000;
const sweepLimit = 2_000;
const outreachesAtOnce = 4;
/** Steps that follow at once make one update, and the answer to a press comes first. */
const settleMs = 300;
const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };
/** So often the customer's words are tried to be read before the card comes without them. */
const readingsBeforeUnread = 3;

export interface ReplyCards {
  /** Something changed on this outreach or its replies. */
  poke(outreachId: string): void;
  /** This agent signed in or out: their cards offer something else now. */
  redrawOf(agentId: string): void;
  start(): void;
  /** Done when calls in hand have ended; begins none. */
  stop(): Promise<void>;
}

/**
 * One card for each customer who answered, in their agent's own chat, posted so that it notifies them and kept true afterwards. What is
 * behind is known from the store. Such a card is never posted a second time once Teams has told its id.
 */
export function createReplyCards(parts: {
  store: Pick<Store, 'replies' | 'references'> & { readonly outreaches: Pick<OutreachTable, 'get'> };
  teams: Pick<TeamsPort, 'post' | 'update'>;
  people: Pick<People, 'agentIdsIn'>;
  draw: DrawReply;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  log: Logger;
  random?: () => number;
}): ReplyCards {
  const { store, teams, people, draw, languages, clock, log, random = Math.random } = parts;
  const queue = createWorkQueue(catchUp, outreachesAtOnce);
  const wakeUps = createWakeUps(clock, queue.add);
  const sweep = createSweep({ name: 'reply cards', everyMs: sweepEveryMs, work: addBehind, clock, log });
  /** To be drawn although nothing new is in the store. */
  const anew = new Set<string>();
  /** What Teams took but the store did not: posted once more it would be a second card. */
  const unwritten = new Map<string, ReplyCardRow>();
  /** Until when there is no room in Teams' limits. */
  const inLine = new Map<string, number>();
  let stopping = false;

  async function addBehind(): Promise<void> {
    for (const id of await store.replies.outreachesBehind(clock.now() - considerMs, sweepLimit))
      queue.add(id);
  }

  async function catchUp(outreachId: string): Promise<void> {
    try {
      const waitMs = await show(outreachId);
      if (waitMs !== null) wakeUps.plan(outreachId, waitMs);
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      log.error(
        { code, outreachId, err: error },
        'a reply card could not be shown; the next sweep tries again',
      );
    }
  }

  async function show(outreachId: string): Promise<number | null> {
    const outreach = await store.outreaches.get(outreachId);
    if (outreach === null || outreach.state !== 'replied') return null;
    if (outreach.updatedAt < clock.now() - considerMs) return null;
    const known = unwritten.get(outreachId) ?? (await store.replies.card(outreachId));
    const place = await placeOf(outreach, known);
    if (place === null || stopping) return null;
    const row = known ?? newRow(outreachId, place.conversationId);
    const notBefore = Math.max(row.nextTryAt, inLine.get(outreachId) ?? 0);
    if (notBefore > clock.now()) return notBefore - clock.now();
    // Another instance has it, too: whoever writes the first row posts.
    if (known === null && !(await store.replies.claimCard(row))) return settleMs;
    if (unwritten.has(outreachId)) await write(row);
    const isAnew = anew.delete(outreachId);
    try {
      const { locale } = await languages.of(place);
      const drawn = await drawFor(outreach, place, row, locale);
      if (row.shownVersion >= drawn.version && !isAnew) return null;
      inLine.delete(outreachId);
      await write(await bringReplyCard(teams, place, row, drawn, locale));
      return null;
    } catch (error) {
      if (isAnew) anew.add(outreachId);
      return failed(outreachId, row, error);
    }
  }

  function drawFor(
    outreach: Outreach,
    { userId, aadObjectId }: ConversationReference,
    row: ReplyCardRow,
    locale: Locale,
  ): Promise<DrawnReply> {
    const mayBeUnread = row.failures >= readingsBeforeUnread;
    return draw(outreach, { personKey: personKey({ id: userId ?? '', aadObjectId }), locale, mayBeUnread });
  }

  /**
   * The agent's own chat, or where the card is already while that is still theirs: who is no longer taken for the agent is shown no more of
   * what the customer says. Null: nowhere to show it now.
   */
  async function placeOf(
    outreach: Outreach,
    known: ReplyCardRow | null,
  ): Promise<ConversationReference | null> {
    if (known !== null) {
      const place = await store.references.get(known.conversationId);
      if (place?.installed !== true) return null;
      const [whose] = await people.agentIdsIn([place]);
      return whose === outreach.agentId ? place : null;
    }
    const installed = await store.references.installed();
    const agentIds = await people.agentIdsIn(installed);
    const own = installed.find(
      ({ kind }, index) => kind === 'personal' && agentIds[index] === outreach.agentId,
    );
    return own ?? null;
  }

  async function write(row: ReplyCardRow): Promise<void> {
    unwritten.set(row.outreachId, row);
    await store.replies.putCard(row);
    unwritten.delete(row.outreachId);
  }

  /** After how many milliseconds to come back; null: not before something changes. */
  async function failed(outreachId: string, row: ReplyCardRow, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      inLine.set(outreachId, clock.now() + asked);
      return asked;
    }
    const failures = row.failures + 1;
    log.warn({ code, outreachId, failures, err: cause }, 'a reply card does not show what it should yet');
    const action = afterRefusalOf(code);
    if (action === 'leave') {
      await store.replies.putCard({ ...row, failures: 0, nextTryAt: 0, lastError: code });
      await store.references.markRefused(row.conversationId, clock.now(), code);
      return null;
    }
    // Deleted by the person, or refused whole and short: it is not forced upon them.
    if ((action === 'replace' && row.activityId !== null) || action === 'shrink') {
      await store.replies.putCard({ ...row, shownVersion: givenUp, lastError: code });
      return null;
    }
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await store.replies.putCard({ ...row, failures, nextTryAt: clock.now() + wait, lastError: code });
    return wait;
  }

  return {
    poke: (outreachId) => wakeUps.plan(outreachId, settleMs),
    redrawOf(agentId) {
      store.replies.shownOf(agentId, clock.now() - considerMs).then(
        (ids) => {
          for (const id of ids) {
            anew.add(id);
            queue.add(id);
          }
        },
        (err: unknown) => log.warn({ err }, 'the reply cards of an agent were not drawn anew'),
      );
    },
    start: sweep.start,
    async stop() {
      stopping = true;
      wakeUps.stop();
      await Promise.all([sweep.stop(), queue.stop()]);
    },
  };
}

/** No version is as high: Teams is not asked again about this card. */
const givenUp = 1_000_000_000;

function newRow(outreachId: string, conversationId: string): ReplyCardRow {
  return {
    outreachId,
    conversationId,
    activityId: null,
    shownVersion: 0,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
}
