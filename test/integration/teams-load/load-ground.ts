import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { createServer, type Server } from '../../../bot/server.ts';
import { createTeamsSide } from '../../../bot/teams-side.ts';
import { systemClock } from '../../../src/clock.ts';
import type { PlatformCall, PlatformRequest } from '../../../src/genesys/platform-call.ts';
import { createAgentDirectory } from '../../../src/journeys/agents/agent-directory.ts';
import { createOutreachEngine } from '../../../src/journeys/outreach-engine.ts';
import { createPauses } from '../../../src/journeys/policy/pauses.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { customerKey, type Session } from '../../../src/sessions/session.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { exampleSession } from '../../support/example-session.ts';
import { fakeJourneys } from '../../support/fake-journeys.ts';
import { noPage } from '../../support/no-page.ts';
import { policyOf } from '../../support/policy-of.ts';
import { silentLog } from '../../support/silent-log.ts';
import { startRosterConnector } from './start-roster-connector.ts';

const queueId = randomUUID();

/**
 * The product's own engine, ledger and Teams side behind its own HTTP door; the platform takes what it is sent and says that everybody
 * left a minute ago.
 */
export async function startLoadGround(supervisors: readonly string[]) {
  const directory = await temporaryDirectory();
  const store = await openStore({ databaseUrl: null, dataDir: directory.path });
  const connector = await startRosterConnector();
  const sessions = new Map<string, Session>();
  /** The contacts a message was sent to, in order, and its text. */
  const sent: { readonly to: string; readonly text: string }[] = [];
  const agentId = randomUUID();
  const leftAt = Date.now() - 60_000;

  function platform({ path, ids = {}, body }: PlatformRequest<unknown>): unknown {
    if (path === '/api/v2/conversations/{conversationId}')
      return conversationOf(sessions.get(String(ids.conversationId)));
    if (path.endsWith('/agentless')) {
      const { externalContactId, textBody } = { externalContactId: null, textBody: null, ...Object(body) };
      sent.push({ to: String(externalContactId), text: String(textBody) });
      return { id: `ours-${sent.length}`, conversationId: randomUUID() };
    }
    return { conversations: [], entities: [], totalHits: 0 };
  }
  const call: PlatformCall = async (request) => {
    await request.departure?.about();
    return { body: request.answer.parse(platform(request)), status: 200, correlationId: null };
  };
  const agents = createAgentDirectory();
  const member = { id: agentId, name: 'Ada', email: null, presence: null, routingStatus: null };
  agents.replace([{ queue: { id: queueId, name: 'Support' }, members: [member] }]);
  let poke = (_outreachId: string): void => {};
  const engine = createOutreachEngine({
    policy: policyOf({ mode: 'supervisor' }),
    timeZoneAttribute: 'timeZone',
    store,
    call,
    directory: agents,
    pauses: createPauses({ settings: store.settings, now: Date.now, log: silentLog }),
    ground: {
      offers: () => ({ externalMessages: true, webchat: false, threadingMs: 72 * 60 * 60_000 }),
      permitted: () => true,
      oneRegion: () => true,
      guestSessionMs: () => null,
    },
    clientId: randomUUID(),
    isAvailable: () => true,
    isLookedFor: () => false,
    changed: ({ id }) => poke(id),
    leftAlone: () => {},
    clock: systemClock,
    platformNow: Date.now,
    newId: randomUUID,
    gaveUp: new AbortController().signal,
    log: silentLog,
  });
  const side = createTeamsSide({
    credentials: null,
    directory: null,
    supervisors,
    readOwners: null,
    store,
    language: 'en',
    journeys: {
      ...fakeJourneys({ ledger: new Map(), agents: [], now: Date.now }),
      decisions: engine.decisions,
      followUps: engine.followUps,
      byHand: engine.byHand,
    },
    clock: systemClock,
    log: silentLog,
  });
  poke = side.cardSync.poke;
  const server: Server = createServer({
    host: '127.0.0.1',
    port: 0,
    process: side.process,
    signedIn: noPage,
    doors: [],
    readiness: () => ({}),
    metrics: new Registry(),
    log: silentLog,
  });
  const endpoint = `http://127.0.0.1:${await server.listen()}/api/messages`;
  const channels = Array.from({ length: 5 }, (_, index) =>
    exampleReference({ conversationId: `19:channel-${index}`, serviceUrl: connector.serviceUrl }),
  );
  for (const channel of channels) await store.references.put(channel);
  side.cardSync.start();

  return {
    store,
    sent,
    /** Writes a proposal to a customer of its own into the ledger. */
    async propose(part: Partial<Outreach> = {}): Promise<Outreach> {
      const session = exampleSession({ channelId: randomUUID(), queueId, ...timesOf(leftAt) });
      sessions.set(session.conversationId, session);
      const { conversationId, channelId, guestId, externalContactId } = session;
      const at = Date.now();
      const outreach = exampleOutreach({
        state: 'awaiting-approval',
        mode: 'supervisor',
        agentId,
        customerKey: customerKey(session),
        conversationId,
        channelId,
        guestId,
        externalContactId,
        queueId,
        sessionLastActivityAt: leftAt,
        sessionEndedAt: leftAt,
        createdAt: at,
        updatedAt: at,
        expiresAt: at + 600_000,
        ...part,
      });
      await store.sessions.upsert([session]);
      await store.outreaches.insert(outreach, [
        { at, who: 'test', why: 'test', from: null, to: outreach.state },
      ]);
      return outreach;
    },
    /** Delivers a press in one of the channels, by number; gives how long the answer took, in milliseconds, and what it says. */
    async press(
      at: number,
      activityId: string,
      by: string,
      verb: string,
      data: Readonly<Record<string, unknown>>,
    ) {
      const channel = channels[at % channels.length] ?? exampleReference();
      const startedAt = performance.now();
      const deliver = () =>
        fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            type: 'invoke',
            name: 'adaptiveCard/action',
            id: activityId,
            timestamp: new Date().toISOString(),
            channelId: 'msteams',
            serviceUrl: connector.serviceUrl,
            from: { id: `29:${by}`, aadObjectId: `aad-${by}`, name: by },
            recipient: { id: channel.botId },
            conversation: {
              id: channel.conversationId,
              conversationType: 'channel',
              tenantId: channel.tenantId,
            },
            channelData: { tenant: { id: channel.tenantId }, channel: { id: channel.conversationId } },
            value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
          }),
        });
      // A connection that was closed while idle, just as it was used: Teams delivers again, too.
      const response = await deliver().catch(deliver);
      const text = await response.text();
      return { status: response.status, text, ms: performance.now() - startedAt };
    },
    async close(): Promise<void> {
      await server.close();
      await engine.stop();
      await side.stop();
      await connector.close();
      await store.close();
      await directory.remove();
    },
  };
}

function timesOf(leftAt: number) {
  return { startedAt: leftAt - 60_000, lastActivityAt: leftAt, endedAt: leftAt };
}

/** A conversation its customer has left, as the platform tells it. */
function conversationOf(session: Session | undefined): unknown {
  if (session === undefined) throw new Error('no such conversation');
  const iso = (at: number) => new Date(at).toISOString();
  return {
    id: session.conversationId,
    participants: [
      {
        purpose: 'customer',
        externalContactId: session.externalContactId,
        messages: [
          {
            state: 'disconnected',
            disconnectType: 'peer',
            type: 'webmessaging',
            toAddress: { addressNormalized: session.channelId },
            fromAddress: { addressNormalized: session.guestId },
            connectedTime: iso(session.startedAt),
            disconnectedTime: iso(session.lastActivityAt),
            messages: [],
          },
        ],
      },
    ],
  };
}
