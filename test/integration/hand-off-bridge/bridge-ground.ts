import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Logger } from 'pino';
import { systemClock } from '../../../src/clock.ts';
import { type Bridge, createBridge } from '../../../src/journeys/hand-off/bridge/bridge.ts';
import type { BridgeTimings } from '../../../src/journeys/hand-off/bridge/bridge-timings.ts';
import { customerOf } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Conversation, Message } from '../../../src/sandbox/world/conversation.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { unmeteredCall } from '../../../tools/prove/hand-offs/unmetered-call.ts';
import { requestJson } from '../../support/request-json.ts';
import { grantEverything } from '../../support/sandbox/grant-everything.ts';
import { connectedGuest, first, type Guest, guestsWhere } from '../../support/sandbox/platform-ground.ts';
import { silentLog } from '../../support/silent-log.ts';

export const secret = 'a secret of the partner';
const partnerId = 'southridge';

/** As patient as a test can be. */
export const quick: BridgeTimings = {
  readEveryMs: 40,
  readShareMs: 0,
  backOff: { baseMs: 20, maxMs: 100 },
  settleMs: 150,
  settleFirstMs: 300,
  passOverMs: 5_000,
  orderPatienceMs: 2_000,
  leaseMs: 500,
  endPatienceMs: 3_000,
  warnBeforeMs: 500,
  unreadableMs: 1_000,
};

/** A bridge on its own store between the sandbox's two organisations, with its webhook on this computer. */
export interface BridgeGround {
  readonly near: Org;
  readonly far: Org;
  readonly guest: Guest;
  readonly handOffId: string;
  bridge(): Bridge;
  /** The instances beside it. */
  others(): readonly Bridge[];
  store(): Store;
  readonly ends: { readonly by: string; readonly code?: string }[];
  /** Hands the guest off. */
  begin(change?: Partial<Parameters<Bridge['begin']>[0]>): Promise<void>;
  /** The partner's conversation, once it is there and an agent has taken it. */
  desk(): Promise<Conversation>;
  customerSays(text: string): Promise<void>;
  agentSays(text: string): Promise<void>;
  closes(conversationId: string, by: string): Promise<void>;
  control(method: string, path: string, body?: unknown): ReturnType<typeof requestJson>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the customer wrote and got since the hand-off, and the same of the partner's conversation. */
  customerSaw(): string[];
  partnerSaw(): string[];
  /** The webhook answers nothing until told. */
  webhook(open: boolean): void;
  /** The other instances see what there is, as they do every few seconds. */
  othersLook(): void;
  hook(body: string, signature?: string): Promise<{ status: number; body?: unknown }>;
  /** Stops the bridge and its store; `startAgain` is another life on the same data. */
  stop(): Promise<void>;
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function startBridgeGround(
  options: {
    readonly timings?: Partial<BridgeTimings>;
    readonly anonymous?: boolean;
    readonly log?: Logger;
    readonly without?: { readonly partner?: true };
    /** Instances beside the first, on its store: whether each knows the partner. */
    readonly beside?: readonly boolean[];
  } = {},
): Promise<BridgeGround> {
  const log = options.log ?? silentLog;
  const sandbox = await startSandbox({ port: 0, botEndpoint: noBot, settings: { requestsPerMinute: 0 } });
  const url = sandbox.baseUrl;
  const [near, far] = [...sandbox.world.orgs.values()];
  if (near === undefined || far === undefined) throw new Error('two organisations are seeded');
  for (const org of [near, far]) await grantEverything(url, org);
  const data = await temporaryDirectory();
  const handOffId = randomUUID();
  const ends: { by: string; code?: string }[] = [];
  const control: BridgeGround['control'] = (method, path, body) =>
    requestJson(method, `${url}/sandbox/v1${path}`, body);

  let bridge: Bridge | null = null;
  let others: Bridge[] = [];
  let store: Store | null = null;
  let open = true;
  let integrationId = '';
  const clients = new Set<{ close(): void }>();

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      if (!open || bridge === null) return void response.destroy();
      const signature = request.headers['x-hub-signature-256'];
      const answer = await bridge.takeWebhook(
        partnerId,
        Buffer.concat(parts),
        typeof signature === 'string' ? signature : undefined,
      );
      response.statusCode = answer.status;
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const hookUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;

  async function live(): Promise<void> {
    const secretOf = (org: Org) => org.clients.get(org.clientId)?.secret ?? '';
    const clientOf = (org: Org) =>
      unmeteredCall({ url, clientId: org.clientId, clientSecret: secretOf(org) }, systemClock, log);
    const [source, partner] = [clientOf(near ?? failed()), clientOf(far ?? failed())];
    clients.add(source).add(partner);
    const opened = await openStore({ databaseUrl: null, dataDir: data.path });
    store = opened;
    const bridges = { ...opened.bridges, shared: options.beside !== undefined };
    const made = (knows: boolean) =>
      createBridge({
        bridges,
        source: source.call,
        sourceClientId: near?.clientId ?? '',
        partner: (id) =>
          id === partnerId && knows ? { call: partner.call, integrationId, webhookToken: secret } : null,
        ended: (_, end) => void ends.push(end),
        changed: () => {},
        clock: systemClock,
        platformNow: source.platformNow,
        newId: randomUUID,
        log,
        timings: { ...quick, ...options.timings },
      });
    bridge = made(options.without?.partner !== true);
    others = (options.beside ?? []).map(made);
    for (const each of [bridge, ...others]) each.start();
  }

  async function stop(): Promise<void> {
    for (const client of clients) client.close();
    clients.clear();
    await Promise.all([bridge, ...others].map((each) => each?.stop()));
    others = [];
    await store?.close();
    bridge = null;
    store = null;
  }

  const guest = options.anonymous ? anonymousGuest(near) : connectedGuest(near);
  const { conversation, customer } = guest;
  const before = conversation.messages.length;
  const textsOf = (messages: readonly Message[]) =>
    messages.map(({ direction, text }) => `${direction === 'inbound' ? '>' : '<'} ${text}`);
  const deskNow = () => [...far.conversations.values()].find(({ messageType }) => messageType === 'open');
  const post = async (path: string, body: unknown): Promise<void> => {
    const { status, body: told } = await control('POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(told)}`);
  };

  const created = await requestIntegration(url, far, hookUrl);
  integrationId = created;
  await live();

  return {
    near,
    far,
    guest,
    handOffId,
    ends,
    bridge: () => bridge ?? failed(),
    others: () => others,
    store: () => store ?? failed(),
    control,
    begin: (change = {}) =>
      (bridge ?? failed()).begin({
        handOffId,
        partnerId,
        sourceConversationId: conversation.id,
        channelId: customer.deploymentId,
        guestId: customer.guestId,
        externalContactId: customer.externalContactId,
        customerName: customer.name,
        queue: 'Repairs',
        context: {
          reason: 'escalation',
          note: 'Has called twice',
          originalQueue: 'Orders',
          agentName: 'Ben',
        },
        limitMs: 3_600_000,
        ...change,
      }),
    async desk() {
      const found = await waitFor(deskNow, { what: 'the partner’s conversation' });
      if (!found.participants.some(({ purpose }) => purpose === 'agent')) {
        const idle = first([...far.agents.values()].filter(({ name }) => name === 'Victor Dubois'));
        await post(`/conversations/${found.id}/answer`, { agentId: idle.id });
      }
      return deskNow() ?? failed();
    },
    customerSays: (text) => post(`/customers/${customer.id}/messages`, { text }),
    agentSays: async (text) => post(`/conversations/${(deskNow() ?? failed()).id}/messages`, { text }),
    closes: (id, by) => post(`/conversations/${id}/disconnect`, { by }),
    fault: (fault) => post('/faults', fault),
    customerSaw: () => textsOf(near.conversations.get(conversation.id)?.messages.slice(before) ?? []),
    partnerSaw: () => textsOf(deskNow()?.messages ?? []),
    othersLook() {
      for (const each of others) each.start();
    },
    webhook(now) {
      open = now;
    },
    async hook(body, signature) {
      return (bridge ?? failed()).takeWebhook(partnerId, Buffer.from(body), signature);
    },
    stop,
    startAgain: live,
    async close() {
      await stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sandbox.close();
      await data.remove();
    },
  };
}

function anonymousGuest(org: Org): Guest {
  const known = guestsWhere(
    org,
    ({ customer, conversation }) =>
      customer.externalContactId === null && customerOf(conversation)?.legs.at(-1)?.state === 'connected',
  );
  return first(known);
}

async function requestIntegration(url: string, org: Org, hookUrl: string): Promise<string> {
  const secretOfClient = org.clients.get(org.clientId)?.secret ?? '';
  const basic = Buffer.from(`${org.clientId}:${secretOfClient}`).toString('base64');
  const token = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const { access_token }: { access_token: string } = JSON.parse(await token.text());
  const answer = await fetch(`${url}/api/v2/conversations/messaging/integrations/open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Northwind hand-offs',
      outboundNotificationWebhookUrl: hookUrl,
      outboundNotificationWebhookSignatureSecretToken: secret,
    }),
  });
  const { id }: { id: string } = JSON.parse(await answer.text());
  return id;
}

function failed(): never {
  throw new Error('the bridge is stopped');
}
