import type { Org } from '../world/org.ts';

const years = 10 * 365 * 24 * 3600;

/**
 * Where customers of a deployment or of an Open Messaging integration are routed, and how long a session lasts: on an
 * integration there is none that could run out. unverified: its messages go to the organisation's first queue.
 */
export function channelOf(
  org: Org,
  id: string,
): { readonly queueIds: readonly string[]; readonly sessionDurationSeconds: number } {
  if (org.openIntegrations.has(id))
    return { queueIds: [...org.queues.keys()], sessionDurationSeconds: years };
  return org.deployments.get(id) ?? { queueIds: [], sessionDurationSeconds: 0 };
}
