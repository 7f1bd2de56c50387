import { z } from 'zod';

const conversation = z.object({
  id: z.string(),
  state: z.enum(['connected', 'disconnected']),
  lastActivityAt: z.string(),
});

const customer = z.object({
  id: z.string(),
  name: z.string().nullable(),
  externalContactId: z.string().nullable(),
  channelId: z.string(),
  guestId: z.string(),
  token: z.string(),
  online: z.boolean(),
  conversations: z.array(conversation),
});

const agent = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  presence: z.string(),
  routingStatus: z.string(),
  queueIds: z.array(z.string()),
});

const org = z.object({
  id: z.string(),
  name: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  deployments: z.array(z.object({ id: z.string(), name: z.string() })),
  queues: z.array(z.object({ id: z.string(), name: z.string() })),
  agents: z.array(agent),
  customers: z.array(customer),
});

const teams = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string() })),
  conversations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['personal', 'channel']),
      name: z.string(),
      userId: z.string().optional(),
      installed: z.boolean(),
    }),
  ),
});

const state = z.object({ orgs: z.array(org).min(1), teams });

const recordEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('customer'),
    seq: z.number(),
    at: z.string(),
    event: z.enum(['shown', 'waiting', 'seen-in-history', 'wrote']),
    customerId: z.string(),
    conversationId: z.string(),
    channelId: z.string(),
    guestId: z.string(),
    message: z.object({ id: z.string(), text: z.string() }),
  }),
  z.object({
    kind: z.literal('guest'),
    seq: z.number(),
    at: z.string(),
    event: z.enum(['shown', 'waiting', 'seen-in-history', 'did']),
    what: z.string(),
    customerId: z.string(),
    conversationId: z.string().optional(),
    channelId: z.string(),
    guestId: z.string(),
    readOnly: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('teams'),
    seq: z.number(),
    at: z.string(),
    event: z.enum(['posted', 'updated', 'deleted', 'said']),
    conversationId: z.string(),
    activityId: z.string(),
    activity: z.record(z.string(), z.unknown()),
  }),
]);

const request = z.object({
  seq: z.number(),
  ms: z.number(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  requestBody: z.unknown().optional(),
  responseBody: z.unknown().optional(),
});

const pressed = z.object({ status: z.number(), body: z.unknown().optional() });

export type SandboxState = z.infer<typeof state>;
export type SandboxAgent = z.infer<typeof agent>;
export type RecordEntry = z.infer<typeof recordEntry>;
export type RequestEntry = z.infer<typeof request>;

export interface SandboxControl {
  readonly baseUrl: string;
  state(): Promise<SandboxState>;
  record(after?: number): Promise<RecordEntry[]>;
  requests(after?: number): Promise<RequestEntry[]>;
  setPresence(agentId: string, presence: string): Promise<void>;
  /** All of them in the same instant. */
  setPresences(agentIds: readonly string[], presence: string): Promise<void>;
  customerWrites(customerId: string, text: string): Promise<void>;
  setBrowser(customerId: string, open: boolean): Promise<void>;
  say(conversationId: string, userId: string, text: string): Promise<void>;
  press(
    conversationId: string,
    action: { userId: string; activityId: string; verb: string; data: unknown },
  ): Promise<z.infer<typeof pressed>>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The sandbox's own control API, for demo, bench and tests. `baseUrl` like `http://127.0.0.1:3979`. */
export function sandboxControl(baseUrl: string): SandboxControl {
  const get = async (path: string) => read(await fetch(`${baseUrl}/sandbox/v1${path}`));
  const post = async (path: string, body: unknown) =>
    read(
      await fetch(`${baseUrl}/sandbox/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const id = encodeURIComponent;
  return {
    baseUrl,
    state: async () => state.parse(await get('/state')),
    record: async (after = 0) =>
      z.object({ entries: z.array(recordEntry) }).parse(await get(`/record?after=${after}`)).entries,
    requests: async (after = 0) =>
      z.object({ entries: z.array(request) }).parse(await get(`/requests?after=${after}`)).entries,
    setPresence: async (agentId, presence) =>
      void (await post(`/agents/${id(agentId)}/presence`, { presence })),
    setPresences: async (agentIds, presence) =>
      void (await post(
        '/agents/presences',
        agentIds.map((agentId) => ({ id: agentId, presence })),
      )),
    customerWrites: async (customerId, text) =>
      void (await post(`/customers/${id(customerId)}/messages`, { text })),
    setBrowser: async (customerId, open) =>
      void (await post(`/customers/${id(customerId)}/browser`, { open })),
    say: async (conversationId, userId, text) =>
      void (await post(`/teams/conversations/${id(conversationId)}/messages`, { userId, text })),
    press: async (conversationId, action) =>
      pressed.parse(await post(`/teams/conversations/${id(conversationId)}/actions`, action)),
    fault: async (fault) => void (await post('/faults', fault)),
  };
}

async function read(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}
