import { z } from 'zod';

const state = z.object({
  orgs: z
    .array(
      z.object({
        clientId: z.string(),
        clientSecret: z.string(),
        agents: z.array(z.object({ id: z.string() })),
      }),
    )
    .min(1),
});

export interface SubscribedChannel {
  readonly connectUri: string;
  readonly agentIds: readonly string[];
}

/** Notification channels for the agents of the sandbox's first organisation, so many topics on each. */
export async function subscribeAgents(
  baseUrl: string,
  topicsPerChannel: number,
): Promise<SubscribedChannel[]> {
  const [org] = state.parse(await (await fetch(`${baseUrl}/sandbox/v1/state?limit=10000`)).json()).orgs;
  if (org === undefined) throw new Error('the sandbox has no organisation');
  const login = await fetch(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${org.clientId}:${org.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const token = z.object({ access_token: z.string() }).parse(await login.json()).access_token;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const channelsUrl = `${baseUrl}/api/v2/notifications/channels`;
  const channels: SubscribedChannel[] = [];
  for (let from = 0; from < org.agents.length; from += topicsPerChannel) {
    const agentIds = org.agents.slice(from, from + topicsPerChannel).map(({ id }) => id);
    const made = await fetch(channelsUrl, { method: 'POST', headers, body: '{}' });
    const channel = z.object({ id: z.string(), connectUri: z.string() }).parse(await made.json());
    const subscribed = await fetch(`${channelsUrl}/${channel.id}/subscriptions`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(agentIds.map((id) => ({ id: `v2.users.${id}?presence&routingStatus` }))),
    });
    if (!subscribed.ok) throw new Error(`subscribing was answered ${subscribed.status}`);
    channels.push({ connectUri: channel.connectUri, agentIds });
  }
  return channels;
}
