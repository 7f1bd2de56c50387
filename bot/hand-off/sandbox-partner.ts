import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import { readPartners } from '../../src/journeys/hand-off/partner-file.ts';

const state = z.object({
  orgs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      sessionKey: z.string(),
      queues: z.array(z.object({ name: z.string() })),
    }),
  ),
  teams: z.object({ team: z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
});
const token = z.object({ access_token: z.string() });
const integration = z.object({
  id: z.string(),
  outboundNotificationWebhookUrl: z.string(),
  outboundNotificationWebhookSignatureSecretToken: z.string(),
});
const integrations = z.object({ entities: z.array(integration) });

const partnerId = 'southridge';

/**
 * The sandbox’s second organisation as a registered partner: its Open Messaging integration is made, or found again after a restart, with our
 * own webhook. Null where the sandbox has one organisation only. Throws what fetch throws, and a TypeError for an answer that is a refusal.
 */
export async function sandboxPartner(baseUrl: string, publicUrl: string): Promise<Partner | null> {
  const { orgs, teams } = state.parse(await json(`${baseUrl}/sandbox/v1/state?limit=1`));
  const org = orgs[1];
  if (org === undefined) return null;
  const made = await integrationOf(
    baseUrl,
    `${org.clientId}:${org.clientSecret}`,
    `${publicUrl}/hooks/open-messaging/${partnerId}`,
  );
  const channel = teams.team.channels.find(({ name }) => name === org.name);
  const written = {
    id: partnerId,
    organisationId: org.id,
    name: org.name,
    apiUrl: baseUrl,
    loginUrl: baseUrl,
    clientId: org.clientId,
    clientSecret: org.clientSecret,
    integrationId: made.id,
    webhookToken: made.outboundNotificationWebhookSignatureSecretToken,
    sessionKey: org.sessionKey,
    queues: org.queues.map(({ name }) => name),
    ...(channel === undefined ? {} : { teamsConversation: channel.id }),
  };
  const read = readPartners(JSON.stringify({ partners: [written] }), {});
  if ('problems' in read) throw new TypeError(read.problems.join('; '));
  return read.partners[0] ?? null;
}

async function integrationOf(
  baseUrl: string,
  credentials: string,
  webhookUrl: string,
): Promise<z.infer<typeof integration>> {
  const signedIn = await json(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const headers = {
    authorization: `Bearer ${token.parse(signedIn).access_token}`,
    'content-type': 'application/json',
  };
  const path = `${baseUrl}/api/v2/conversations/messaging/integrations/open`;
  const { entities } = integrations.parse(await json(path, { headers }));
  const known = entities.find((each) => each.outboundNotificationWebhookUrl === webhookUrl);
  if (known !== undefined) return known;
  const body = {
    name: 'Reachback',
    outboundNotificationWebhookUrl: webhookUrl,
    outboundNotificationWebhookSignatureSecretToken: randomBytes(32).toString('base64url'),
  };
  return integration.parse(await json(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function json(url: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new TypeError(`the sandbox answered ${answer.status}`);
  return answer.json();
}
