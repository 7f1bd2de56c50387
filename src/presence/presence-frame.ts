import { z } from 'zod';
import { presence } from '../genesys/wire/presence.ts';
import { routingStatus } from '../genesys/wire/routing-status.ts';
import { normalisePresence, normaliseRoutingStatus } from './normalise-presence.ts';
import type { PresenceObservation } from './presence-observation.ts';

/** The presence event carries no user id: it is in the topic's name. Individual and combined names are both taken. */
const topicName = /^v2\.users\.([^.?]+)(?:\.(presence|routingstatus)|\?.*)$/i;
const aDayMs = 86_400_000;
const routingBody = z.object({ routingStatus });

/** The topic to subscribe to for one agent: presence and routing status, counted by the platform as one topic. */
export function presenceTopic(agentId: string): string {
  return `v2.users.${agentId}?presence&routingStatus`;
}

/**
 * Reads an event. `other` when the topic is not about presence, or is about a presence that does not count (not the
 * user's primary one); `malformed` when it should have been an observation. `now` is the platform's clock. Pure.
 */
export function presenceFrame(
  topic: string,
  body: unknown,
  now: number,
): PresenceObservation | 'other' | 'malformed' {
  const agentId = topicName.exec(topic)?.[1];
  if (agentId === undefined) return 'other';
  const aboutPresence = presence.safeParse(body);
  if (aboutPresence.success) {
    if (aboutPresence.data.primary === false) return 'other';
    const observed = observedPresence(aboutPresence.data, now);
    return observed === null ? 'malformed' : { agentId, presence: observed, routing: null };
  }
  const aboutRouting = routingBody.safeParse(body);
  if (!aboutRouting.success) return 'malformed';
  const observed = observedRouting(aboutRouting.data.routingStatus, now);
  return observed === null ? 'malformed' : { agentId, presence: null, routing: observed };
}

/** A presence as REST and events write it; null when value or time make no sense. */
export function observedPresence(
  wire: z.infer<typeof presence>,
  now: number,
): PresenceObservation['presence'] {
  const value = normalisePresence(wire.presenceDefinition.systemPresence);
  const since = timeOf(wire.modifiedDate, now);
  return value === null || since === 'malformed' ? null : { value, since };
}

/** A routing status as REST and events write it; null when value or time make no sense. */
export function observedRouting(
  wire: z.infer<typeof routingStatus>,
  now: number,
): PresenceObservation['routing'] {
  const value = normaliseRoutingStatus(wire.status);
  const since = timeOf(wire.startTime, now);
  return value === null || since === 'malformed' ? null : { value, since };
}

function timeOf(written: string | null | undefined, now: number): number | null | 'malformed' {
  if (written === null || written === undefined) return null;
  const time = Date.parse(written);
  // A time far ahead would make every true change after it look old.
  return Number.isNaN(time) || time > now + aDayMs ? 'malformed' : time;
}
