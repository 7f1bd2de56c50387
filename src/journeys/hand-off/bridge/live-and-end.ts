import { ReachbackError } from '../../../errors/reachback-error.ts';
import { disconnectConversation } from '../../../genesys/endpoints/disconnect-conversation.ts';
import type { Bridge, Direction } from '../../../store/shapes/bridge-table.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { newCarried } from './carry/new-carried.ts';
import type { CrossingParts } from './crossing-parts.ts';
import { type EndPlan, endPlan } from './end-plan.ts';
import { placeAt } from './read/listed-messages.ts';

/** After whatever is still said. */
const lastPlace = Number.MAX_SAFE_INTEGER - 1_000;

/**
 * The life of a hand-off: a word to both sides before its time is over, the end at the time, and, however it ends, the last words, the other
 * conversation and whoever began it. Each step may be done again after a restart. Gives when there is something to do next, milliseconds.
 */
export function createLiveAndEnd(
  parts: CrossingParts &
    Pick<BridgeParts, 'ended'> & {
      readonly carry: (direction: Direction) => void;
      readonly flushReceipts: () => Promise<void>;
      readonly over: () => void;
    },
): () => Promise<number | null> {
  const { handOffId, bridges, clock, timings, words, newId, log } = parts;

  async function live(bridge: Bridge): Promise<number> {
    const now = clock.now();
    if (now >= bridge.limitAt) {
      await parts.beginEnd('time-limit', false);
      return 0;
    }
    if (bridge.warned) return bridge.limitAt - now;
    if (now < bridge.warnAt) return bridge.warnAt - now;
    const minutes = Math.max(1, Math.round((bridge.limitAt - now) / 60_000));
    await say(
      'limit-near',
      {
        'to-partner': words.limitNear(minutes),
        'to-customer': words.customerLimitNear(minutes),
      },
      placeAt(parts.platformNow()),
    );
    await bridges.change(bridge, { warned: true });
    return 0;
  }

  async function say(name: string, notice: EndPlan['notice'], place: number): Promise<void> {
    const now = clock.now();
    for (const direction of ['to-partner', 'to-customer'] as const) {
      const text = notice[direction];
      if (text === undefined) continue;
      const given = {
        handOffId,
        direction,
        kind: 'notice',
        sourceId: `notice:${name}`,
        text,
        place,
      } as const;
      await bridges.take(newCarried({ ...given, saidAt: now }, now, newId));
      parts.carry(direction);
    }
  }

  async function end(bridge: Bridge): Promise<number | null> {
    if (parts.isOthers(bridge)) return timings.readEveryMs;
    const plan = endPlan(bridge, words);
    for (const direction of plan.drop) await bridges.drop(handOffId, direction, 'bridge.ended-before');
    await say('end', plan.notice, lastPlace);
    // Where a side let nothing through, more patience is not what it takes.
    const patienceMs = Math.min(
      timings.endPatienceMs,
      bridge.endedBy === 'fault' ? 60_000 : timings.endPatienceMs,
    );
    const late = clock.now() - (bridge.endingAt ?? 0) > patienceMs;
    const left = [
      ...(await bridges.pending(handOffId, 'to-partner')),
      ...(await bridges.pending(handOffId, 'to-customer')),
    ];
    if (left.length > 0 && !late) return Math.min(1_000, timings.readEveryMs);
    const ended = await disconnect(bridge, plan.disconnect);
    if (ended === 'not-now' && !late) return timings.backOff.maxMs / 10;
    for (const direction of ['to-partner', 'to-customer'] as const)
      await bridges.drop(handOffId, direction, 'bridge.ended-before', true);
    await parts.flushReceipts();
    const unfinished = left.length > 0 || ended !== 'ended';
    if (unfinished)
      log.warn({ handOffId, left: left.length, code: 'bridge.end-unfinished' }, 'a hand-off ended badly');
    const now = await bridges.get(handOffId);
    if (now === null || now.state !== 'ending') return 0;
    await bridges.change(now, {
      state: 'ended',
      endCode: now.endCode ?? (unfinished ? 'bridge.end-unfinished' : null),
    });
    log.info({ handOffId, by: bridge.endedBy }, 'a bridge has ended');
    return 0;
  }

  /** A refusal for good is left to the people there. */
  async function disconnect(
    bridge: Bridge,
    sides: EndPlan['disconnect'],
  ): Promise<'ended' | 'not-now' | 'refused'> {
    let all: 'ended' | 'not-now' | 'refused' = 'ended';
    for (const side of sides) {
      const id = side === 'source' ? bridge.sourceConversationId : bridge.destinationConversationId;
      if (id === null) continue;
      try {
        await disconnectConversation(side === 'source' ? parts.source : parts.partnerOf(bridge).call, id);
      } catch (thrown) {
        if (!(thrown instanceof ReachbackError)) throw thrown;
        log.warn({ handOffId, side, code: thrown.code, facts: thrown.facts }, 'a conversation was not ended');
        await parts.note(thrown.retry === 'never' ? 'bridge.end-unfinished' : thrown.code);
        if (all !== 'not-now') all = thrown.retry === 'never' ? 'refused' : 'not-now';
      }
    }
    return all;
  }

  async function tell(bridge: Bridge): Promise<null> {
    if (!bridge.endTold) {
      await parts.ended(handOffId, {
        by: bridge.endedBy ?? 'fault',
        ...(bridge.endCode !== null && { code: bridge.endCode }),
      });
      await bridges.change(bridge, { endTold: true });
    }
    parts.over();
    return null;
  }

  return async () => {
    const bridge = await bridges.get(handOffId);
    if (bridge === null) {
      // Ended at another instance, and forgotten since.
      parts.over();
      return null;
    }
    if (bridge.state === 'open') return live(bridge);
    return bridge.state === 'ending' ? end(bridge) : tell(bridge);
  };
}
