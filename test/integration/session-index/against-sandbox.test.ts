import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { systemClock } from '../../../src/clock.ts';
import { getConversation } from '../../../src/genesys/endpoints/get-conversation.ts';
import { getMessage } from '../../../src/genesys/endpoints/get-message.ts';
import { messagesBulk } from '../../../src/genesys/endpoints/messages-bulk.ts';
import { offersExternalMessages } from '../../../src/genesys/endpoints/offers-external-messages.ts';
import { sendAgentless } from '../../../src/genesys/endpoints/send-agentless.ts';
import { sendExternalMessage } from '../../../src/genesys/endpoints/send-external-message.ts';
import { createNotificationFeed, type NotificationFeed } from '../../../src/genesys/notification-feed.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Conversation } from '../../../src/sandbox/world/conversation.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import { queueConversationsTopic } from '../../../src/sessions/conversation-frame.ts';
import type { ConversationSignal } from '../../../src/sessions/conversation-signal.ts';
import { conversationSignals, undeliveredTopic } from '../../../src/sessions/conversation-signals.ts';
import { customerLeg } from '../../../src/sessions/customer-leg.ts';
import type { Session } from '../../../src/sessions/session.ts';
import { recentMs } from '../../../src/sessions/session.ts';
import { createSessionIndex } from '../../../src/sessions/session-index.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { memorySessionTable } from '../../support/memory-session-table.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { recordingLog, silentLog } from '../../support/silent-log.ts';

describe('session index against the sandbox', () => {
  let sandbox: RunningSandbox;
  let org: Org;
  let client: PlatformClient;
  let notifications: NotificationFeed;
  let lines: string[];
  let sessions: ReturnType<typeof memorySessionTable>;
  let signals: ConversationSignal[];
  let index: ReturnType<typeof createSessionIndex>;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, botEndpoint: noBot });
    const [first] = sandbox.world.orgs.values();
    ok(first);
    org = first;
    client = platformClient(sandbox.baseUrl, botClient(org));
    const recording = recordingLog();
    lines = recording.lines;
    notifications = createNotificationFeed({ call: client.call, clock: systemClock, log: recording.log });
    sessions = memorySessionTable();
    signals = [];
    index = createSessionIndex({
      call: client.call,
      sessions,
      lost: () => {},
      clock: systemClock,
      platformNow: client.platformNow,
      log: silentLog,
    });
  });
  afterEach(async () => {
    notifications.stop();
    client.close();
    await sandbox.close();
  });

  /** Listens to every queue and deployment, and waits until it does. */
  async function listen(): Promise<void> {
    notifications.listen({
      onEvent(topic, body) {
        signals.push(...conversationSignals(topic, body));
        index.onEvent(topic, body);
      },
      onGap: () => {},
    });
    notifications.addTopics([
      ...[...org.queues.keys()].map(queueConversationsTopic),
      ...[...org.deployments.keys()].map(undeliveredTopic),
    ]);
    notifications.start();
    await waitFor(() => notifications.status().state === 'live', { what: 'a connection' });
    deepEqual(codedLines(lines), []);
  }

  /** A closed session of a contact, as delivery would choose it. */
  async function closedSession(): Promise<Session & { externalContactId: string; lastAgentId: string }> {
    await index.fill();
    for (const session of await sessions.activeSince(Date.now() - recentMs, 100)) {
      const { externalContactId, lastAgentId } = session;
      if (session.endedAt !== null && externalContactId !== null && lastAgentId !== null)
        return { ...session, externalContactId, lastAgentId };
    }
    throw new Error('no closed session of a contact');
  }

  it('finds who was here in the last 24 h, as the world has it', async () => {
    const result = await index.fill();
    equal(result.malformed, 0);
    const since = Date.now() - recentMs;
    const expected = [...org.conversations.values()].filter(
      (conversation) => lastSeen(conversation) >= since,
    );
    ok(expected.length > 0);
    deepEqual([...sessions.rows.keys()].toSorted(), expected.map(({ id }) => id).toSorted());
    for (const conversation of expected) {
      const session = sessions.rows.get(conversation.id);
      const customer = org.customers.get(conversation.customerId);
      equal(session?.channelId, conversation.deploymentId);
      equal(session?.guestId, customer?.guestId);
      equal(session?.externalContactId, customer?.externalContactId ?? null);
      equal(session?.customerName, customer?.name ?? null);
      equal(session?.endedAt, leg(conversation)?.disconnectedAt ?? null);
    }
  });

  it('reads a conversation’s customer leg as the index knows it', async () => {
    const session = await closedSession();
    const now = customerLeg(await getConversation(client.call, session.conversationId));
    equal(now?.connected, false);
    equal(now?.endedAt, session.endedAt);
    equal(now?.channelId, session.channelId);
    equal(now?.guestId, session.guestId);
    equal(now?.externalContactId, session.externalContactId);
    await rejects(getConversation(client.call, session.queueId ?? ''), {
      code: 'genesys.conversation.not-found',
    });
  });

  it('follows a customer who writes', async () => {
    await index.fill();
    await listen();
    const [customer] = org.customers.values();
    ok(customer);
    const answer = await fetch(`${sandbox.baseUrl}/sandbox/v1/customers/${customer.id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"Are you there?"}',
    });
    equal(answer.status, 200);
    const replied = await waitFor(
      () => signals.find(({ kind, at }) => kind === 'replied' && Date.now() - at < 60_000),
      {
        what: 'a reply',
      },
    );
    await index.settled();
    const session = sessions.rows.get(replied.conversationId);
    equal(session?.guestId, customer.guestId);
    equal(session?.endedAt, null);
    ok((session?.lastActivityAt ?? 0) >= replied.at);
  });

  it('sends by both routes, and hears what became of it', async () => {
    const session = await closedSession();
    await listen();
    const sent = await sendAgentless(client.call, {
      channelId: session.channelId,
      externalContactId: session.externalContactId,
      intoConnected: false,
      text: 'Hello, shall we go on?',
    });
    equal(sent.status, 200);
    ok(sent.messageId !== null && sent.conversationId !== null);
    await waitFor(
      () =>
        signals.some(
          (signal) =>
            signal.messageId === sent.messageId &&
            (signal.kind === 'delivered' || signal.kind === 'undelivered'),
        ),
      { what: 'an outcome' },
    );
    const message = await getMessage(client.call, sent.messageId);
    equal(message.normalizedMessage?.text, 'Hello, shall we go on?');
    equal(message.direction, 'outbound');
    deepEqual(
      (await messagesBulk(client.call, sent.conversationId, [sent.messageId])).map(({ id }) => id),
      [sent.messageId],
    );

    org.offers.externalMessages = true;
    equal(await offersExternalMessages(client.call), true);
    const again = await sendExternalMessage(client.call, {
      type: 'proactive',
      channelId: session.channelId,
      to: { type: 'web', id: session.guestId },
      from: { type: 'agent', id: session.lastAgentId },
      body: { contentType: 'text/plain', content: 'And once more.' },
    });
    equal(again.status, 200);
    ok(again.messageId);
  });

  it('knows an organisation that does not offer external messages', async () => {
    org.offers.externalMessages = false;
    equal(await offersExternalMessages(client.call), false);
  });
});

function leg(conversation: Conversation) {
  return conversation.participants.findLast(({ purpose }) => purpose === 'customer')?.legs.at(-1);
}

/** When the customer was last there, as far as analytics can tell: the end of their leg, or any activity while it is open. */
function lastSeen(conversation: Conversation): number {
  const customer = leg(conversation);
  if (customer === undefined) return 0;
  return (
    customer.disconnectedAt ??
    Math.max(...conversation.messages.map(({ at }) => at), customer.connectedAt ?? 0)
  );
}
