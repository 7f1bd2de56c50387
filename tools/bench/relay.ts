import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';

/**
 * The baseline of the benchmark: a socket in, a request out, nothing else. It answers every BUSY presence with one send
 * request, where the bot answers AVAILABLE, so that the two take turns on the same sandbox.
 */
const { apiUrl, clientId, clientSecret, userIds } = z
  .object({
    apiUrl: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    userIds: z.array(z.string()),
  })
  .parse(JSON.parse(process.env.RELAY ?? ''));

const login = await fetch(`${apiUrl}/oauth/token`, {
  method: 'POST',
  headers: {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: 'grant_type=client_credentials',
});
const token = z.object({ access_token: z.string() }).parse(await login.json()).access_token;
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

const made = await fetch(`${apiUrl}/api/v2/notifications/channels`, { method: 'POST', headers, body: '{}' });
const channel = z.object({ id: z.string(), connectUri: z.string() }).parse(await made.json());
await fetch(`${apiUrl}/api/v2/notifications/channels/${channel.id}/subscriptions`, {
  method: 'PUT',
  headers,
  body: JSON.stringify(userIds.map((id) => ({ id: `v2.users.${id}.presence` }))),
});

const agent = new Agent({ keepAlive: true });
const body = JSON.stringify({
  fromAddress: '00000000-0000-4000-8000-000000000000',
  toAddressMessengerType: 'webmessaging',
  externalContactId: '00000000-0000-4000-8000-000000000000',
  textBody: 'relay',
  useExistingActiveConversation: false,
});
const socket = new WebSocket(channel.connectUri);
socket.on('open', () => process.send?.('ready'));
socket.on('message', (data) => {
  if (!data.toString().includes('"BUSY"')) return;
  const out = request(`${apiUrl}/api/v2/conversations/messages/agentless`, {
    method: 'POST',
    agent,
    headers,
  });
  out.on('response', (response) => response.resume());
  out.end(body);
});
process.on('disconnect', () => process.exit(0));
