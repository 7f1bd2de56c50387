import type { Logger } from 'pino';
import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Burst, BurstMember } from '../../src/store/shapes/burst-table.ts';
import type { OutreachTable } from '../../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { Store } from '../../src/store/store.ts';
import { afterRefusalOf } from '../card-sync/after-refusal.ts';
import { createCardTurns, lookAgainMs } from '../card-sync/card-turns.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { codedError } from '../coded-error.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { Locale } from '../locales/locale.ts';
import type { TeamsPort } from '../teams/teams-port.ts';

const backOff = { baseMs: 1_000, maxMs: 5 * 60_000 };

/** A member of a burst with its row. */
export interface BurstOutreach {
  readonly place: number;
  readonly outreach: Outreach;
}

/**
 * Makes a burst's card equal to the ledger. Gives after how many milliseconds to come back, or null when there is nothing left to do
 * for now. Throws `store.*`.
 */
export type ShowBurst = (burstId: string) => Promise<number | null>;

export interface ShowBurstParts {
  readonly store: {
    readonly engine: Store['engine'];
    readonly outreaches: Pick<OutreachTable, 'get'>;
    readonly bursts: Pick<
      Store['bursts'],
      'get' | 'members' | 'claim' | 'put' | 'close' | 'shown' | 'giveOwnCard'
    >;
    readonly references: Pick<Store['references'], 'get' | 'markRefused'>;
  };
  readonly teams: Pick<TeamsPort, 'post' | 'update'>;
  /** The card of a burst, and what notifications say of it. */
  readonly burstView: (
    burstId: string,
    members: readonly BurstOutreach[],
    locale: Locale,
  ) => { card: AdaptiveCard; summary: string };
  /** Told of each member of which the card shows something new. Must not throw. */
  readonly shown: (outreachId: string) => void;
  readonly languages: Pick<ConversationLanguages, 'of'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborted: no further call is begun. */
  readonly cut: AbortSignal;
  /** In [0, 1), for back-off. */
  readonly random: () => number;
}

export function createShowBurst(parts: ShowBurstParts): ShowBurst {
  const { store, teams, burstView, shown, languages, clock, log, cut, random } = parts;
  const { engine, bursts } = store;
  const turns = createCardTurns<Burst>({ engine, claim: bursts.claim, put: bursts.put, clock });

  async function rowsOf(members: readonly BurstMember[]): Promise<BurstOutreach[]> {
    const read = await Promise.all(
      members.map(async ({ place, outreachId }) => ({
        place,
        outreach: await store.outreaches.get(outreachId),
      })),
    );
    return read.flatMap(({ place, outreach }) => (outreach === null ? [] : [{ place, outreach }]));
  }

  /** Posts or updates; gives the burst as Teams now has it. */
  async function bring(
    burst: Burst,
    place: ConversationReference,
    rows: readonly BurstOutreach[],
  ): Promise<Burst> {
    const { locale } = await languages.of(place);
    const { card, summary } = burstView(burst.id, rows, locale);
    const well = { failures: 0, nextTryAt: 0, lastError: null };
    if (burst.activityId === null) {
      const { activityId } = await teams.post(place, card, summary);
      return { ...burst, ...well, activityId };
    }
    await teams.update(place, burst.activityId, card, summary);
    return { ...burst, ...well };
  }

  async function failed(burst: Burst, cause: unknown): Promise<number | null> {
    const { code, facts } = codedError(cause, 'teams.failed');
    const asked = typeof facts.retryAfterMs === 'number' ? facts.retryAfterMs : 0;
    if (code === 'teams.budget-spent') {
      await turns.giveBack(burst);
      return asked;
    }
    const failures = burst.failures + 1;
    const action = afterRefusalOf(code);
    log.warn({ code, burstId: burst.id, failures, err: cause }, 'a burst card does not show the ledger yet');
    if (action === 'replace' && burst.activityId !== null) {
      await store.bursts.put({ ...burst, activityId: null, failures, lastError: code });
      return 0;
    }
    if (action === 'shrink') return dissolve(burst);
    if (action === 'leave') {
      await store.references.markRefused(burst.conversationId, clock.now(), code);
      return null;
    }
    const wait = Math.max(asked, backOffMs(failures, backOff, random()));
    await store.bursts.put({ ...burst, failures, nextTryAt: clock.now() + wait, lastError: code });
    return wait;
  }

  /** Teams does not take it: nobody can decide on a card that is not there, so each gets one of its own. */
  async function dissolve({ id }: Burst): Promise<null> {
    await store.bursts.close(id);
    for (const member of await store.bursts.members(id)) {
      const outreach = await store.outreaches.get(member.outreachId);
      await store.bursts.giveOwnCard(member.outreachId, member.conversationId);
      await store.bursts.shown(member, outreach?.version ?? 0);
      shown(member.outreachId);
    }
    return null;
  }

  return async (burstId) => {
    const burst = await store.bursts.get(burstId);
    if (burst === null || cut.aborted) return null;
    const place = await store.references.get(burst.conversationId);
    if (place === null || !place.installed) return null;
    const members = await store.bursts.members(burstId);
    const rows = await rowsOf(members);
    if (rows.every(({ outreach }) => isShown(members, outreach))) return null;
    const waitMs = turns.waitMs(burst);
    if (waitMs > 0) return waitMs;
    if (!(await turns.take(burst))) return lookAgainMs;
    let brought: Burst;
    try {
      brought = await bring(burst, place, rows);
    } catch (error) {
      return failed(burst, error);
    }
    await store.bursts.put(brought);
    for (const member of members) {
      const row = rows.find(({ outreach }) => outreach.id === member.outreachId);
      if (row === undefined || row.outreach.version === member.shownVersion) continue;
      await store.bursts.shown(member, row.outreach.version);
      shown(member.outreachId);
    }
    if (burst.takesMore && rows.every(({ outreach }) => outreach.state !== 'awaiting-approval'))
      await store.bursts.close(burstId);
    return null;
  };
}

function isShown(members: readonly BurstMember[], { id, version }: Outreach): boolean {
  return members.some(({ outreachId, shownVersion }) => outreachId === id && shownVersion >= version);
}
