import { z } from 'zod';
import type { KeptMessage } from './judge-hand-off.ts';

const customer = z.object({
  id: z.string(),
  name: z.string().nullable(),
  externalContactId: z.string().nullable(),
  channelId: z.string(),
  guestId: z.string(),
  conversations: z.array(z.object({ id: z.string(), state: z.string() })),
});

const org = z.object({
  id: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  deployments: z.array(z.object({ id: z.string(), queueIds: z.array(z.string()) })),
  queues: z.array(z.object({ id: z.string(), memberIds: z.array(z.string()) })),
  agents: z.array(z.object({ id: z.string(), name: z.string() })),
  customers: z.array(customer),
});

export type OrgSeen = z.infer<typeof org>;
export type CustomerSeen = z.infer<typeof customer>;

const conversations = z.object({
  conversations: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['connected', 'disconnected']),
      messages: z.array(
        z.object({ id: z.string(), direction: z.enum(['inbound', 'outbound']), text: z.string() }),
      ),
    }),
  ),
});

export interface ConversationSeen {
  readonly state: 'connected' | 'disconnected';
  readonly messages: readonly (KeptMessage & { readonly id: string })[];
}

const wrote = z.object({ conversationId: z.string(), messageId: z.string() });
const endpoints = z.object({
  endpoints: z.array(
    z.object({
      permissions: z
        .union([z.object({ all: z.array(z.string()) }), z.object({ any: z.array(z.string()) })])
        .optional(),
    }),
  ),
});

/** The sandbox's two organisations, and what their customers and agents do there. `baseUrl` like `http://127.0.0.1:3979`. */
export interface TwoOrganisations {
  organisations(): Promise<readonly [source: OrgSeen, partner: OrgSeen]>;
  /** Gives its client every permission and makes an Open Messaging integration; gives the integration's id. */
  prepare(org: OrgSeen, hook: { readonly url: string; readonly secret: string } | null): Promise<string>;
  customerSays(customerId: string, text: string): Promise<string>;
  agentTakes(conversationId: string, agentId: string): Promise<void>;
  agentSays(conversationId: string, text: string): Promise<void>;
  ends(conversationId: string, by: 'agent' | 'customer'): Promise<void>;
  conversation(customerId: string, conversationId: string): Promise<ConversationSeen | null>;
  /** Who wrote first since then: guest id → where. Gives the number to go on from. */
  arrivals(
    after: number,
    see: (guestId: string, customerId: string, conversationId: string) => void,
  ): Promise<number>;
  arm(fault: Readonly<Record<string, unknown>>): Promise<string>;
  disarm(faultId: string): Promise<void>;
  /** Moves the sandbox's clock ahead. */
  advance(seconds: number): Promise<void>;
}

const record = z.object({
  entries: z.array(
    z.looseObject({
      seq: z.number(),
      kind: z.string(),
      event: z.string(),
      guestId: z.string().optional(),
      customerId: z.string().optional(),
      conversationId: z.string().optional(),
    }),
  ),
});

export function twoOrganisations(baseUrl: string): TwoOrganisations {
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
  const control = (method: string, path: string, body?: unknown) => ask(method, `/sandbox/v1${path}`, body);

  return {
    async organisations() {
      const { orgs } = z.object({ orgs: z.array(org) }).parse(await control('GET', '/state'));
      const [source, partner] = orgs;
      if (source === undefined || partner === undefined) throw new Error('two organisations are seeded');
      return [source, partner];
    },

    async prepare({ clientId, clientSecret }, hook) {
      const all = endpoints.parse(await control('GET', '/endpoints')).endpoints;
      const permissions = all.flatMap(({ permissions: needed }) =>
        needed === undefined ? [] : 'all' in needed ? needed.all : needed.any,
      );
      await control('POST', `/clients/${clientId}`, { permissions: [...new Set(permissions)] });
      if (hook === null) return '';
      const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
      const { access_token } = z.object({ access_token: z.string() }).parse(
        await ask('POST', '/oauth/token', 'grant_type=client_credentials', {
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
        }),
      );
      const made = await ask(
        'POST',
        '/api/v2/conversations/messaging/integrations/open',
        {
          name: 'Hand-offs',
          outboundNotificationWebhookUrl: hook.url,
          outboundNotificationWebhookSignatureSecretToken: hook.secret,
        },
        { authorization: `Bearer ${access_token}` },
      );
      return z.object({ id: z.string() }).parse(made).id;
    },

    customerSays: async (customerId, text) =>
      wrote.parse(await control('POST', `/customers/${customerId}/messages`, { text })).conversationId,
    agentTakes: async (id, agentId) =>
      void (await control('POST', `/conversations/${id}/answer`, { agentId })),
    agentSays: async (id, text) => void (await control('POST', `/conversations/${id}/messages`, { text })),
    ends: async (id, by) => void (await control('POST', `/conversations/${id}/disconnect`, { by })),

    async conversation(customerId, conversationId) {
      const all = conversations.parse(await control('GET', `/customers/${customerId}/conversations`));
      return all.conversations.find(({ id }) => id === conversationId) ?? null;
    },

    async arrivals(after, see) {
      const { entries } = record.parse(await control('GET', `/record?after=${after}`));
      for (const { kind, event, guestId, customerId, conversationId } of entries) {
        if (kind !== 'customer' || event !== 'wrote') continue;
        if (guestId !== undefined && customerId !== undefined && conversationId !== undefined)
          see(guestId, customerId, conversationId);
      }
      return entries.at(-1)?.seq ?? after;
    },

    arm: async (fault) => z.object({ id: z.string() }).parse(await control('POST', '/faults', fault)).id,
    advance: async (seconds) => void (await control('POST', '/clock', { advanceSeconds: seconds })),
    disarm: async (faultId) => void (await control('DELETE', `/faults/${faultId}`)),
  };
}
