import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { guestSessionMs } from '../../../src/genesys/guest-session-ms.ts';
import { createPlatformHttp } from '../../../src/genesys/platform-http.ts';
import { createAgentDirectory } from '../../../src/journeys/agents/agent-directory.ts';
import { createGuestSessionLives } from '../../../src/journeys/organisation/guest-session-lives.ts';
import { createOutreachEngine } from '../../../src/journeys/outreach-engine.ts';
import { createPauses } from '../../../src/journeys/policy/pauses.ts';
import type { Outreach, OutreachState } from '../../../src/outreach/outreach.ts';
import type { Offers } from '../../../src/policy/route-table.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import type { Store } from '../../../src/store/store.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleSession } from '../../support/example-session.ts';
import { platformClient } from '../../support/platform-client.ts';
import { policyOf } from '../../support/policy-of.ts';
import { requestJson } from '../../support/request-json.ts';
import type { Guest } from '../../support/sandbox/platform-ground.ts';
import { silentLog } from '../../support/silent-log.ts';
import type { ConversationGround } from '../sandbox-conversations/conversation-ground.ts';

interface Sent {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** What became of one approved message. */
interface Told {
  readonly outreach: Outreach;
  /** The requests of ours that were to send it. */
  readonly sent: readonly Sent[];
  /** The conversations on which this customer was sent it, as the sandbox's record tells. */
  readonly landedOn: readonly string[];
}

const text = 'Hello, are you still there?';
const sends = /\/messages\/agentless$|\/external-messages$|\/webchat\/[^/]+\/messages$/;

/**
 * The product's own engine on a store and a sandbox: a supervisor says yes to one message to this guest, and it runs to an end.
 * `agentId`: who writes; somebody else of the channel unless told. `found`: its answer is lost, and it ends when it is known to
 * have been sent, with the engine's sweeps running.
 */
export async function approveFor(
  ground: ConversationGround,
  store: Store,
  guest: Guest & { readonly agentId?: string },
  { offers, contact, found = false }: { offers: Offers; contact: boolean; found?: boolean },
): Promise<Told> {
  const { customer, conversation } = guest;
  const writer = guest.agentId ?? someoneElse(ground.org, guest);
  const { aheadSeconds } = (await requestJson('GET', `${ground.url}/sandbox/v1/clock`)).body;
  // The waits of the looks would be most of the test's time.
  const clock = hastyClock(found ? 10 : 1, aheadSeconds * 1_000);
  const { clientId, clientSecret } = botClient(ground.org);
  const client = platformClient(ground.url, { clientId, clientSecret });
  const directory = createAgentDirectory();
  const queueId = [...(ground.org.deployments.get(customer.deploymentId)?.queueIds ?? [])][0];
  assert.ok(queueId);
  directory.replace([
    {
      queue: { id: queueId, name: 'Support' },
      members: [{ id: writer, name: 'Ada', email: null, presence: null, routingStatus: null }],
    },
  ]);
  const ids = {
    conversationId: conversation.id,
    channelId: customer.deploymentId,
    guestId: customer.guestId,
    externalContactId: contact ? customer.externalContactId : null,
  };
  const lastActivityAt = clock.now() - 60_000;
  await store.sessions.upsert([exampleSession({ ...ids, queueId, lastActivityAt })]);
  const log = silentLog;
  const http = createPlatformHttp();
  const guestSessions = createGuestSessionLives((id) => guestSessionMs(http, ground.url, id));
  await guestSessions.read([customer.deploymentId]);
  http.close();
  const engine = createOutreachEngine({
    policy: policyOf({ mode: 'supervisor', text, approvalMs: 60_000, contactAgainAfterMs: 60_000 }),
    timeZoneAttribute: 'timeZone',
    store,
    call: client.call,
    directory,
    pauses: createPauses({ settings: store.settings, now: clock.now, log }),
    ground: {
      offers: () => offers,
      permitted: () => true,
      oneRegion: () => true,
      guestSessionMs: guestSessions.of,
    },
    clientId,
    isAvailable: () => true,
    isLookedFor: () => false,
    changed: () => {},
    leftAlone: () => {},
    clock,
    platformNow: clock.now,
    newId: randomUUID,
    gaveUp: new AbortController().signal,
    log,
  });
  const asked = exampleOutreach({
    ...ids,
    agentId: writer,
    state: 'awaiting-approval',
    sessionLastActivityAt: lastActivityAt,
    text,
    expiresAt: clock.now() + 60_000,
  });
  await store.outreaches.insert(asked, [
    { at: 1, who: 'test', why: 'test', from: null, to: 'awaiting-approval' },
  ]);
  if (found) engine.start();
  await engine.decisions.decide({ outreachId: asked.id, verdict: 'approve', by: 'Sam' });
  const outreach = await waitFor(
    async () => {
      const now = await store.outreaches.get(asked.id);
      // What was found is soon delivered, or the customer's absence known.
      const under: readonly OutreachState[] = found
        ? ['approved', 'sending', 'unknown']
        : ['approved', 'sending'];
      return now === null || under.includes(now.state) ? undefined : now;
    },
    { what: 'the message to come to an end', deadlineMs: 10_000 },
  );
  await engine.stop();
  client.close();
  const { body: requests } = await requestJson('GET', `${ground.url}/sandbox/v1/requests`);
  const { entries }: { entries: { method: string; path: string; requestBody?: Record<string, unknown> }[] } =
    requests;
  const landedOn = async () =>
    ground.world.record.flatMap((entry) =>
      entry.kind === 'customer' &&
      entry.customerId === customer.id &&
      entry.event !== 'wrote' &&
      entry.message.text === text
        ? [entry.conversationId]
        : [],
    );
  if (outreach.state === 'sent')
    await waitFor(async () => (await landedOn()).length > 0, { what: 'the customer to be sent it' });
  return {
    outreach,
    sent: entries
      .filter(({ method, path }) => method === 'POST' && sends.test(path))
      .map(({ path, requestBody }) => ({ path, body: requestBody ?? {} })),
    landedOn: await landedOn(),
  };
}

/** So many times as fast as the computer's, and so far ahead of it. */
function hastyClock(times: number, aheadMs: number): Clock {
  const from = Date.now();
  return {
    now: () => from + (Date.now() - from) * times + aheadMs,
    after: (ms, run) => systemClock.after(ms / times, run),
  };
}

/** Somebody who may write on the guest's channel and is not on the conversation. */
function someoneElse(org: Org, { customer, conversation }: Guest): string {
  const on = new Set(conversation.participants.map(({ userId }) => userId));
  const queueIds = org.deployments.get(customer.deploymentId)?.queueIds ?? [];
  const found = queueIds
    .flatMap((queueId) => org.queues.get(queueId)?.memberIds ?? [])
    .find((id) => !on.has(id));
  assert.ok(found);
  return found;
}
