import { isoTime } from '../../iso-time.ts';
import type { Agent } from '../../world/agent.ts';
import { presenceIdOf } from '../../world/system-presences.ts';

/** UserPresence of REST, with the keys a captured body has: neither `id` nor `primary`. */
export function presenceView(agent: Agent) {
  const id = presenceIdOf(agent.presence);
  return {
    source: 'PURECLOUD',
    presenceDefinition: { id, systemPresence: agent.presence, selfUri: `/api/v2/presencedefinitions/${id}` },
    message: agent.presenceMessage ?? '',
    modifiedDate: isoTime(agent.presenceSince),
    selfUri: `/api/v2/users/${agent.id}/presences`,
  };
}

/** Body of `v2.users.{id}.presence`: upper case, and no user id in it. */
export function presenceEvent(agent: Agent) {
  return {
    source: 'PURECLOUD',
    presenceDefinition: {
      id: presenceIdOf(agent.presence),
      systemPresence: agent.presence.toUpperCase().replaceAll(' ', '_'),
    },
    primary: true,
    message: agent.presenceMessage ?? '',
    modifiedDate: isoTime(agent.presenceSince),
  };
}

/** RoutingStatus of REST. */
export function routingStatusView(agent: Agent) {
  return { userId: agent.id, status: agent.routingStatus, startTime: isoTime(agent.routingSince) };
}

/** Body of `v2.users.{id}.routingStatus`. */
export function routingStatusEvent(agent: Agent) {
  return {
    id: agent.id,
    routingStatus: { status: agent.routingStatus, startTime: isoTime(agent.routingSince) },
  };
}

/** Body of `v2.users.{id}.activity`. */
export function activityEvent(agent: Agent, queueIds: readonly string[]) {
  const onQueue = agent.routingStatus !== 'OFF_QUEUE';
  return {
    id: agent.id,
    routingStatus: { status: agent.routingStatus, startTime: isoTime(agent.routingSince) },
    presence: {
      presenceDefinition: presenceEvent(agent).presenceDefinition,
      presenceMessage: agent.presenceMessage ?? '',
      modifiedDate: isoTime(agent.presenceSince),
    },
    outOfOffice: { active: false, modifiedDate: isoTime(agent.presenceSince) },
    activeQueueIds: onQueue ? queueIds : [],
    dateActiveQueuesChanged: isoTime(agent.routingSince),
  };
}
