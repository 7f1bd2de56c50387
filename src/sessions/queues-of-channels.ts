import type { Session } from './session.ts';

/** Which queues each channel routes to, as seen in the sessions: channel id → queue ids. */
export function queuesOfChannels(sessions: readonly Session[]): Map<string, Set<string>> {
  const queues = new Map<string, Set<string>>();
  for (const { channelId, queueId } of sessions) {
    const known = queues.get(channelId) ?? new Set();
    if (queueId !== null) known.add(queueId);
    queues.set(channelId, known);
  }
  return queues;
}
