import type { Driven } from './create-driver.ts';

export interface Fanned {
  readonly changes: number;
  /** Presence frames that arrived; so many of the changes never made one, and so many came twice or unasked. */
  readonly frames: number;
  readonly lost: number;
  readonly unasked: number;
  readonly perSecond: number;
  /** From asking for a change until its frame is in the listener's hands; milliseconds. */
  readonly latencies: readonly number[];
}

/** Sets what was asked for against what arrived (by agent, in order; times of one clock). */
export function compareFrames(
  { asked, startedAt }: Driven,
  received: ReadonlyMap<string, readonly number[]>,
): Fanned {
  let [changes, frames, lost, unasked, lastAt] = [0, 0, 0, 0, startedAt];
  const latencies: number[] = [];
  for (const [agentId, times] of asked) {
    const arrived = received.get(agentId) ?? [];
    changes += times.length;
    lost += Math.max(0, times.length - arrived.length);
    for (const [index, at] of times.entries()) {
      const arrivedAt = arrived[index];
      if (arrivedAt !== undefined) latencies.push(arrivedAt - at);
    }
  }
  for (const [agentId, times] of received) {
    frames += times.length;
    unasked += Math.max(0, times.length - (asked.get(agentId)?.length ?? 0));
    lastAt = Math.max(lastAt, times.at(-1) ?? 0);
  }
  return { changes, frames, lost, unasked, latencies, perSecond: (frames * 1000) / (lastAt - startedAt) };
}
