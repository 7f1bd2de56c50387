import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import { everyOffer } from '../../world/offers.ts';
import type { Org } from '../../world/org.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { permission } from '../permission.ts';

const switches = Object.fromEntries(Object.keys(everyOffer()).map((name) => [name, z.boolean().optional()]));

const body = z.strictObject({
  offers: z.strictObject(switches).optional(),
  threadingMinutes: z.int().min(0).max(4320).optional(),
  agentPermissions: z.array(permission).optional(),
  /** Ids of other organisations of this sandbox. */
  trustedOrgIds: z.array(z.string()).optional(),
  acceptsExternalSessions: z.boolean().optional(),
  uniqueExternalIds: z.boolean().optional(),
});

interface OfOrg {
  Params: { id: string };
}

/** What differs between organisations: the field contracts each offers, whom it trusts; and its audit log. */
export function orgRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const orgOf = (id: string): Org => {
    const org = sandbox.world.orgs.get(id);
    if (org === undefined) throw new ControlError(404, `There is no organisation ${id}.`);
    return org;
  };

  app.post<OfOrg>('/orgs/:id', (request) => {
    const org = orgOf(request.params.id);
    const asked = checked(body, request.body);
    const { offers, threadingMinutes, agentPermissions, trustedOrgIds, acceptsExternalSessions } = asked;
    for (const id of trustedOrgIds ?? []) {
      orgOf(id);
      if (id === org.id) throw new ControlError(400, 'An organisation cannot be among those it trusts.');
    }
    const switched = Object.entries(offers ?? {}).filter(([, on]) => on !== undefined);
    Object.assign(org.offers, Object.fromEntries(switched));
    if (threadingMinutes !== undefined) org.threadingMinutes = threadingMinutes;
    if (agentPermissions !== undefined) org.agentPermissions = agentPermissions;
    if (trustedOrgIds !== undefined) org.trust.orgIds = trustedOrgIds;
    if (acceptsExternalSessions !== undefined) org.trust.acceptsExternalSessions = acceptsExternalSessions;
    if (asked.uniqueExternalIds !== undefined) org.contacts.idsAreUnique = asked.uniqueExternalIds;
    sandbox.changed();
    return { id: org.id, name: org.name, ...orgSettings(org) };
  });

  app.get<OfOrg>('/orgs/:id/audits', (request) => ({
    entries: orgOf(request.params.id).audits.map((each) => ({ ...each, at: isoTime(each.at) })),
  }));
}

/** The organisation's switches, as `POST /orgs/{id}` takes them, and the key of sessions meant for it. */
export function orgSettings({ offers, trust, threadingMinutes, agentPermissions }: Org) {
  return {
    offers,
    threadingMinutes,
    agentPermissions,
    trustedOrgIds: trust.orgIds,
    acceptsExternalSessions: trust.acceptsExternalSessions,
    sessionKey: trust.sessionKey,
  };
}
