import {
  type RoutingStatus,
  routingStatuses,
  type SystemPresence,
  systemPresences,
} from './agent-presence.ts';

const bare = (name: string) => name.replaceAll(/[\s_-]/g, '').toLowerCase();
const presences = new Map<string, SystemPresence>(systemPresences.map((name) => [bare(name), name]));
const statuses = new Map<string, RoutingStatus>(routingStatuses.map((name) => [bare(name), name]));

/** `On Queue` (REST), `ON_QUEUE` (events) and `OnQueue` (definitions) are one presence; null when it is none we know. */
export function normalisePresence(name: string): SystemPresence | null {
  return presences.get(bare(name)) ?? null;
}

/** A routing status however it is written; null when it is none we know. */
export function normaliseRoutingStatus(name: string): RoutingStatus | null {
  return statuses.get(bare(name)) ?? null;
}
