import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { StormWorld } from './storm-world.ts';

const requests = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      ms: z.number(),
      to: z.string(),
      path: z.string(),
      status: z.number(),
    }),
  ),
});

interface TeamsCall {
  /** Epoch milliseconds of the fast time. */
  readonly at: number;
  readonly answeredAt: number;
  /** The chat or channel, without a thread of it. */
  readonly conversationId: string;
  readonly status: number;
}

/** Notes every card posted or updated while it goes on: the sandbox keeps the last 2,000 requests only. */
export function watchTeams({ world }: StormWorld): {
  readonly calls: readonly TeamsCall[];
  stop(): Promise<void>;
} {
  const calls: TeamsCall[] = [];
  let after = 0;
  let stopped = false;
  const read = async () => {
    const answer = await fetch(`${world.sandbox.baseUrl}/sandbox/v1/requests?after=${after}`);
    for (const { seq, at, ms, to, path, status } of requests.parse(await answer.json()).entries) {
      after = seq;
      const conversationId = /conversations\/([^/]+?)(?:%3B[^/]*|;[^/]*)?\/activities/.exec(path)?.[1];
      if (to !== 'teams' || conversationId === undefined) continue;
      const asked = Date.parse(at);
      calls.push({
        at: asked,
        answeredAt: asked + ms,
        conversationId: decodeURIComponent(conversationId),
        status,
      });
    }
  };
  const running = (async () => {
    while (!stopped) {
      await read();
      await wait(500);
    }
  })();
  return {
    calls,
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** A call may have left while the refusal was still unread, for as long as this; milliseconds of this computer. */
const unreadMs = 150;

/**
 * The calls that went to a conversation of Teams before the rest was over it had asked for: how long after it was told, milliseconds of the
 * fast time. What a channel asked for is nonsense, so those in `exempt` are left out. Pure.
 */
export function teamsEarlyCalls(
  calls: readonly TeamsCall[],
  { times, restSeconds, exempt }: { times: number; restSeconds: number; exempt: ReadonlySet<string> },
): number[] {
  const restedAt = new Map<string, number>();
  const early: number[] = [];
  for (const { at, answeredAt, conversationId, status } of calls.toSorted(
    (one, other) => one.at - other.at,
  )) {
    if (exempt.has(conversationId)) continue;
    const sinceRest = at - (restedAt.get(conversationId) ?? Number.NEGATIVE_INFINITY);
    if (sinceRest > unreadMs * times && sinceRest < restSeconds * 1_000) early.push(sinceRest);
    if (status === 429) restedAt.set(conversationId, answeredAt);
  }
  return early;
}
