import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { systemClock } from '../../../src/clock.ts';
import { createDelivery } from '../../../src/delivery/delivery.ts';
import { createLedger } from '../../../src/delivery/ledger.ts';
import { sendByAgentless } from '../../../src/delivery/send-by-agentless.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { botClient } from '../../support/bot-client.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleTruth } from '../../support/example-truth.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import { guestsWhere } from '../../support/sandbox/platform-ground.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type ConversationGround, startConversations } from '../sandbox-conversations/conversation-ground.ts';

const burst = 12;
const agentless = '/api/v2/conversations/messages/agentless';

describe('between a written attempt and its request', () => {
  const store = storeOfEachTest();
  let ground: ConversationGround;
  let client: PlatformClient;
  /** What happened, in order: what was written of a row, and each request as it leaves or is answered. */
  let happened: string[];

  const tell = (what: string) => (message: unknown) => {
    const request: unknown = Object(message).request;
    if (request instanceof ClientRequest && /agentless$|oauth/.test(request.path))
      happened.push(`${what} ${request.path}`);
  };
  const leaves = tell('leaves');
  const answered = tell('answered');

  beforeEach(async () => {
    ground = await startConversations();
    const { clientId, clientSecret } = botClient(ground.org);
    client = platformClient(ground.url, { clientId, clientSecret, timeoutMs: 10_000 });
    happened = [];
    subscribe('http.client.request.start', leaves);
    subscribe('http.client.response.finish', answered);
  });
  afterEach(async () => {
    unsubscribe('http.client.request.start', leaves);
    unsubscribe('http.client.response.finish', answered);
    client.close();
    await ground.close();
  });

  /** So many approved messages to as many contacts, but the first few, all sent at once. */
  async function sendAtOnce(count: number, from = 0): Promise<Outreach[]> {
    const { outreaches } = store();
    const ledger = createLedger({
      outreaches,
      now: Date.now,
      changed: ({ state }) => void happened.push(state),
    });
    const send = sendByAgentless(client.call);
    const delivery = createDelivery({
      ledger,
      readTruth: async () => exampleTruth(),
      ready: () => {},
      clear: async () => ({ route: 'agentless', intoConnected: true }),
      routes: { agentless: send, 'external-messages': send, webchat: send },
      departures: null,
      gaveUp: new AbortController().signal,
      clock: systemClock,
      log: silentLog,
    });
    const guests = guestsWhere(ground.org, ({ customer }) => customer.externalContactId !== null);
    const one = new Map(guests.map(({ customer }) => [customer.externalContactId, customer]));
    assert.ok(one.size >= from + count);
    const approved = await Promise.all(
      [...one.values()].slice(from, from + count).map(async ({ externalContactId, deploymentId }) => {
        const proposed = exampleOutreach({ externalContactId, channelId: deploymentId });
        const opened = await ledger.open(
          proposed,
          { type: 'approved', by: 'policy' },
          { who: 'test', why: 'a test' },
        );
        assert.ok(typeof opened !== 'string');
        return opened;
      }),
    );
    happened = [];
    return Promise.all(approved.map((each) => delivery.deliver(each)));
  }

  it('is never more than one of many approved messages, which all the same wait for their answers side by side', async () => {
    const slow = {
      on: 'endpoint',
      method: 'POST',
      path: '/messages/agentless$',
      latencyMs: 1_500,
      count: burst,
    };
    await ground.control('/faults', slow);
    const ended = await sendAtOnce(burst);
    assert.deepEqual(new Set(ended.map(({ state }) => state)), new Set(['sent']));
    const gaps = happened.filter((what) => what === 'sending' || /^leaves .*agentless$/.test(what));
    assert.deepEqual(gaps, Array.from({ length: burst }, () => ['sending', `leaves ${agentless}`]).flat());
    const firstAnswer = happened.findIndex((what) => /^answered .*agentless$/.test(what));
    assert.equal(happened.slice(0, firstAnswer).filter((what) => what === 'sending').length, burst);
  });

  it('holds no waiting for a token', async () => {
    await ground.control('/faults', {
      on: 'endpoint',
      method: 'POST',
      path: '/oauth/token$',
      latencyMs: 300,
    });
    const [ended] = await sendAtOnce(1);
    assert.equal(ended?.state, 'sent');
    assert.deepEqual(happened, [
      'leaves /oauth/token',
      'answered /oauth/token',
      'sending',
      `leaves ${agentless}`,
      `answered ${agentless}`,
      'sent',
    ]);
  });

  it('ends with the answer that surely nothing was taken: no attempt stands while another token is fetched', async () => {
    await sendAtOnce(1);
    await ground.control('/faults', { on: 'token', what: 'revoke' });
    const [ended] = await sendAtOnce(1, 1);
    assert.equal(ended?.state, 'sent');
    assert.deepEqual(happened, [
      'sending',
      `leaves ${agentless}`,
      `answered ${agentless}`,
      'approved',
      'leaves /oauth/token',
      'answered /oauth/token',
      'sending',
      `leaves ${agentless}`,
      `answered ${agentless}`,
      'sent',
    ]);
  });
});
