import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';
import type { OutreachPolicy } from '../../../src/config/config.ts';
import type { PlatformCall, PlatformRequest } from '../../../src/genesys/platform-call.ts';
import { createAgentDirectory } from '../../../src/journeys/agents/agent-directory.ts';
import { createOutreachEngine, type OutreachEngine } from '../../../src/journeys/outreach-engine.ts';
import { createPauses } from '../../../src/journeys/policy/pauses.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { customerKey, type Session } from '../../../src/sessions/session.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleSession } from '../../support/example-session.ts';
import { policyOf } from '../../support/policy-of.ts';
import { silentLog } from '../../support/silent-log.ts';

const queueId = randomUUID();

/** The product's own engine on a store, with one customer who left, and a platform that answers what the test says. */
export interface EngineGround {
  readonly engine: OutreachEngine;
  readonly session: Session;
  readonly agentId: string;
  /** Whom a message was sent to, and its text. */
  readonly sent: { readonly to: unknown; readonly text: unknown }[];
  /** What the customer wrote, by the platform's clock. */
  readonly wrote: { id: string; at: number; text: string }[];
  /** What site or flow left in the conversation. */
  readonly attributes: Record<string, string>;
  /** Writes an outreach to this customer into the ledger. */
  insert(part: Partial<Outreach>): Promise<Outreach>;
  stop(): Promise<void>;
}

/** `platformNow`: the platform's clock. `leftAt`: when the customer left, by it. */
export async function startEngine(
  store: Store,
  parts: {
    clock: Clock;
    platformNow: () => number;
    leftAt: number;
    policy?: Partial<OutreachPolicy>;
    /** Answers instead of the platform; undefined lets it. */
    answer?: (request: PlatformRequest<unknown>) => unknown;
  },
): Promise<EngineGround> {
  const { clock, platformNow, leftAt, policy = {}, answer = () => undefined } = parts;
  const agentId = randomUUID();
  const session = exampleSession({
    channelId: randomUUID(),
    externalContactId: randomUUID(),
    queueId,
    startedAt: leftAt - 60_000,
    lastActivityAt: leftAt,
    endedAt: leftAt,
  });
  await store.sessions.upsert([session]);
  const sent: { to: unknown; text: unknown }[] = [];
  const wrote: EngineGround['wrote'] = [];
  const attributes: EngineGround['attributes'] = {};
  const iso = (at: number) => new Date(at).toISOString();

  function conversation() {
    return {
      id: session.conversationId,
      participants: [
        {
          purpose: 'customer',
          externalContactId: session.externalContactId,
          attributes,
          messages: [
            {
              state: 'disconnected',
              disconnectType: 'peer',
              type: 'webmessaging',
              toAddress: { addressNormalized: session.channelId },
              fromAddress: { addressNormalized: session.guestId },
              connectedTime: iso(session.startedAt),
              disconnectedTime: iso(leftAt),
              messages: wrote.map(({ id, at }) => ({
                messageId: id,
                messageTime: iso(at),
                messageStatus: 'received',
              })),
            },
          ],
        },
      ],
    };
  }

  function platform(request: PlatformRequest<unknown>): unknown {
    const { path, ids = {} } = request;
    if (path.endsWith('/details'))
      return {
        id: ids.messageId,
        normalizedMessage: { text: wrote.find(({ id }) => id === ids.messageId)?.text },
      };
    if (path.endsWith('/messages/bulk') && Array.isArray(request.body)) {
      const asked = new Set<unknown>(request.body);
      const entities = wrote.flatMap(({ id, text }) =>
        asked.has(id) ? [{ id, direction: 'inbound', normalizedMessage: { text } }] : [],
      );
      return { entities };
    }
    if (path === '/api/v2/conversations/{conversationId}') return conversation();
    if (path.endsWith('/agentless')) {
      const { externalContactId, textBody } = {
        externalContactId: null,
        textBody: null,
        ...Object(request.body),
      };
      sent.push({ to: externalContactId, text: textBody });
      return { id: `ours-${sent.length}`, conversationId: session.conversationId };
    }
    return { conversations: [], entities: [], totalHits: 0 };
  }

  const call: PlatformCall = async (request) => {
    await request.departure?.about();
    const body = request.answer.parse((await answer(request)) ?? platform(request));
    return { body, status: 200, correlationId: null };
  };
  const directory = createAgentDirectory();
  const member = { id: agentId, name: 'Ada', email: null, presence: null, routingStatus: null };
  directory.replace([{ queue: { id: queueId, name: 'Support' }, members: [member] }]);
  const engine = createOutreachEngine({
    policy: policyOf(policy),
    timeZoneAttribute: 'timeZone',
    store,
    call,
    directory,
    pauses: createPauses({ settings: store.settings, now: clock.now, log: silentLog }),
    ground: {
      offers: () => ({ externalMessages: true, webchat: false, threadingMs: 72 * 60 * 60_000 }),
      permitted: () => true,
      oneRegion: () => true,
      guestSessionMs: () => null,
    },
    clientId: randomUUID(),
    isAvailable: () => true,
    isLookedFor: () => false,
    changed: () => {},
    leftAlone: () => {},
    clock,
    platformNow,
    newId: randomUUID,
    gaveUp: new AbortController().signal,
    log: silentLog,
  });
  return {
    engine,
    session,
    agentId,
    sent,
    wrote,
    attributes,
    async insert(part) {
      const { conversationId, channelId, guestId, externalContactId } = session;
      const outreach = exampleOutreach({
        agentId,
        customerKey: customerKey(session),
        conversationId,
        channelId,
        guestId,
        externalContactId,
        sessionLastActivityAt: leftAt,
        createdAt: platformNow(),
        updatedAt: platformNow(),
        ...part,
      });
      await store.outreaches.insert(outreach, [
        { at: 1, who: 'test', why: 'test', from: null, to: outreach.state },
      ]);
      return outreach;
    },
    stop: () => engine.stop(),
  };
}
