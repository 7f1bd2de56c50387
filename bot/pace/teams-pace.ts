import { backOffMs } from '../../src/back-off.ts';
import type { Clock } from '../../src/clock.ts';
import { wait } from '../../src/wait.ts';
import { type CallLimit, roomAt } from './room-at.ts';
import { type CallKind, conversationLimits, shareOfUpkeep, tenantLimits } from './teams-limits.ts';

const backOff = { baseMs: 1_000, maxMs: 60_000 };

/**
 * What somebody asked for is done late rather than refused: a press that takes long is answered for meanwhile. A card comes back
 * by itself.
 */
const patienceMs: Readonly<Record<TeamsCall['urgency'], number>> = { answer: 10_000, upkeep: 0 };

export interface TeamsCall {
  /** Of a channel the channel itself: its threads share its budget. */
  readonly conversationId: string;
  readonly tenantId: string | null;
  readonly kind: CallKind;
  /** `answer`: a person waits for it. It may use what upkeep of cards must leave. */
  readonly urgency: 'answer' | 'upkeep';
}

/** Hands out moments to call Teams, so that neither a conversation nor the tenant runs into its rate limit. */
export interface TeamsPace {
  /**
   * Counts the call as made, for an answer once its moment has come if that is near (or `cut` aborted); otherwise gives how many
   * milliseconds away its moment is. Upkeep told to come back has its place in the line.
   */
  turn(call: TeamsCall, cut?: AbortSignal): Promise<'now' | number>;
  /** Teams asked for a pause there: of so many milliseconds, or (null) it did not say how long. */
  throttled(conversationId: string, askedMs: number | null): void;
  /** Teams took a call there. */
  taken(conversationId: string): void;
}

/** Budgets of one process, in memory: after a restart they begin anew, and a 429 is obeyed all the same. `random` is in [0, 1). */
export function createTeamsPace(clock: Clock, random: () => number = Math.random): TeamsPace {
  const made = new Map<string, number[]>();
  const promised = new Map<string, number[]>();
  const rests = new Map<string, { until: number; times: number }>();

  function meters({ conversationId, tenantId, kind, urgency }: TeamsCall) {
    const own = `${kind} ${conversationId}`;
    const tenant = `tenant ${tenantId ?? ''}`;
    const shareOf = (whole: readonly CallLimit[]) => (urgency === 'answer' ? whole : shareOfUpkeep(whole));
    return [
      { key: own, limits: shareOf(conversationLimits[kind]), keepMs: longest(conversationLimits[kind]) },
      { key: tenant, limits: shareOf(tenantLimits), keepMs: longest(tenantLimits) },
    ] as const;
  }

  function restUntil(conversationId: string): number {
    return rests.get(conversationId)?.until ?? 0;
  }

  function earliest(call: TeamsCall, now: number): number {
    const rooms = meters(call).map(({ key, limits }) => roomAt(made.get(key) ?? [], limits, now));
    return Math.max(restUntil(call.conversationId), ...rooms);
  }

  function count(call: TeamsCall, now: number): void {
    for (const { key, keepMs } of meters(call))
      made.set(key, [...since(made.get(key) ?? [], now - keepMs), now]);
  }

  /** Behind all who were told to come back before: each gets a moment of its own, not the same one. */
  function placeInLine(call: TeamsCall, now: number): number {
    const [{ key, limits }] = meters(call);
    const line = since(promised.get(key) ?? [], now);
    const behind = roomAt([...(made.get(key) ?? []), ...line], limits, now);
    const at = Math.max(earliest(call, now), behind, line.at(-1) ?? now);
    promised.set(key, [...line, at]);
    return at;
  }

  return {
    async turn(call, cut) {
      const patientUntil = clock.now() + patienceMs[call.urgency];
      for (;;) {
        const now = clock.now();
        const at = earliest(call, now);
        if (at <= now || cut?.aborted === true) {
          count(call, now);
          return 'now';
        }
        if (at > patientUntil) return (call.urgency === 'upkeep' ? placeInLine(call, now) : at) - now;
        await wait(clock, at - now, cut);
      }
    },
    throttled(conversationId, askedMs) {
      const times = (rests.get(conversationId)?.times ?? 0) + 1;
      const ms = askedMs ?? backOffMs(times, backOff, random());
      rests.set(conversationId, { until: Math.max(restUntil(conversationId), clock.now() + ms), times });
    },
    taken(conversationId) {
      if (restUntil(conversationId) <= clock.now()) rests.delete(conversationId);
    },
  };
}

function longest(limits: readonly CallLimit[]): number {
  return Math.max(...limits.map(({ inMs }) => inMs));
}

/** The moments after that one. */
function since(moments: readonly number[], moment: number): number[] {
  return moments.filter((at) => at > moment);
}
