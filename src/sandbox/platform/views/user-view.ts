import { isoTime } from '../../iso-time.ts';
import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';
import { divisionView } from './division-view.ts';
import { presenceView, routingStatusView } from './presence-view.ts';

/**
 * What `expand` may name for users (API description; unverified: that another name is refused). Only some are known
 * here; the rest are left out, as the platform does with what it cannot expand.
 */
export const userExpands = [
  'routingStatus',
  'presence',
  'integrationPresence',
  'conversationSummary',
  'outOfOffice',
  'geolocation',
  'station',
  'authorization',
  'lasttokenissued',
  'dateLastLogin',
  'authorization.unusedRoles',
  'team',
  'workPlanBidRanks',
  'externalContactsSettings',
  'groups',
  'profileSkills',
  'certifications',
  'locations',
  'skills',
  'languages',
  'languagePreference',
  'employerInfo',
  'biography',
  'dateWelcomeSent',
  'customAttributes',
] as const;

/** User of REST (SDK 262); presence, routing status and out of office only when asked for by `expand`. */
export function userView(org: Org, agent: Agent, expand: readonly string[] = []) {
  return {
    id: agent.id,
    name: agent.name,
    division: divisionView(org),
    department: 'Customer Care',
    email: agent.email,
    primaryContactInfo: [{ address: agent.email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [],
    state: 'active',
    title: agent.title,
    username: agent.email,
    version: 1,
    acdAutoAnswer: false,
    ...(expand.includes('presence') && { presence: presenceView(agent) }),
    ...(expand.includes('routingStatus') && { routingStatus: routingStatusView(agent) }),
    ...(expand.includes('outOfOffice') && { outOfOffice: { active: false, indefinite: false } }),
    ...(expand.includes('languagePreference') && { languagePreference: 'en-us' }),
    selfUri: `/api/v2/users/${agent.id}`,
  };
}

/** What `expand` may name for the user who asks, beyond those of any user. */
export const meExpands = [...userExpands, 'date', 'organization', 'presenceDefinitions', 'token'] as const;

/** UserMe of REST at `now` (epoch ms): the user whose token it is. */
export function meView(org: Org, agent: Agent, expand: readonly string[], now: number) {
  const organisation = { id: org.id, name: org.name };
  return {
    ...userView(org, agent, expand),
    ...(expand.includes('date') && { date: { currentDate: isoTime(now) } }),
    ...(expand.includes('organization') && {
      organization: { ...organisation, version: 1, state: 'active', selfUri: '/api/v2/organizations/me' },
    }),
    ...(expand.includes('token') && { token: { organization: organisation } }),
  };
}
