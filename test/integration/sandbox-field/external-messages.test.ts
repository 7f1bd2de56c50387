import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import {
  agentOn,
  connectedGuest,
  endedGuest,
  expiredGuest,
  first,
  type Guest,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

const path = '/api/v2/conversations/messaging/external-messages';

describe('the field endpoint external-messages', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  const message = ({ customer, conversation }: Guest) => ({
    type: 'proactive',
    channelId: conversation.deploymentId,
    to: { type: 'web', id: customer.guestId },
    from: { type: 'agent', id: agentOn(ground.org, conversation.deploymentId, true).id },
    body: { contentType: 'text/plain', content: 'Hello from proactive message' },
  });

  it('shows the message from the agent in the guest’s own conversation', async () => {
    const guest = endedGuest(ground.org, true);
    const sent = message(guest);
    const { status, body } = await ground.call('POST', path, sent);
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['conversationId', 'id']);
    assert.equal(body.conversationId, guest.conversation.id);
    const entry = await waitFor(() => ground.world.record.find((each) => each.kind === 'customer'), {
      what: 'the record',
    });
    assert.ok(entry.kind === 'customer');
    assert.equal(entry.event, 'shown');
    assert.equal(entry.channelId, sent.channelId);
    assert.equal(entry.guestId, sent.to.id);
    assert.deepEqual(entry.message, {
      id: body.id,
      text: 'Hello from proactive message',
      fromName: ground.org.agents.get(sent.from.id)?.name,
    });
  });

  it('takes a message into a connected conversation too', async () => {
    const guest = connectedGuest(ground.org);
    const { status, body } = await ground.call('POST', path, message(guest));
    assert.equal(status, 200);
    assert.equal(body.conversationId, guest.conversation.id);
  });

  it('is not there when the organisation does not offer it', async () => {
    ground.org.offers.externalMessages = false;
    const { status, body } = await ground.call('POST', path, message(endedGuest(ground.org, true)));
    assert.equal(status, 404);
    assert.equal(body.code, 'not.found');
  });

  const firstRefusal = "Invalid message payload. Type must be 'message' or 'event'.";
  const refusals: readonly [string, (sent: ReturnType<typeof message>) => unknown, RegExp | string][] = [
    ['the standard reply schema', () => ({ type: 'message', text: 'Hello' }), firstRefusal],
    ['a proactive message without `to`', ({ to: _, ...rest }) => rest, firstRefusal],
    ['no body at all', () => undefined, firstRefusal],
    ['a type of events', (sent) => ({ ...sent, type: 'event' }), firstRefusal],
    ['a list', (sent) => [sent], firstRefusal],
    ['a sender that is no agent', (sent) => ({ ...sent, from: { ...sent.from, type: 'bot' } }), /from\.type/],
    ['no sender', ({ from: _, ...rest }) => rest, /from/],
    ['no channel', ({ channelId: _, ...rest }) => rest, /channelId/],
    ['a key nobody knows', (sent) => ({ ...sent, subject: 'Hi' }), firstRefusal],
    ['an empty string', (sent) => ({ ...sent, body: { ...sent.body, content: '' } }), /content/],
    ['another recipient type', (sent) => ({ ...sent, to: { ...sent.to, type: 'sms' } }), /to\.type/],
    ['a recipient that is no session', (sent) => ({ ...sent, to: { ...sent.to, id: 'made-up' } }), /to\.id/],
    ['a sender nobody knows', (sent) => ({ ...sent, from: { ...sent.from, id: 'made-up' } }), /from\.id/],
    [
      'a sender of another channel',
      (sent) => ({ ...sent, from: { type: 'agent', id: agentOn(ground.org, sent.channelId, false).id } }),
      /from\.id/,
    ],
    [
      'the channel of somebody else',
      (sent) => ({
        ...sent,
        channelId: first([...ground.org.deployments.keys()].filter((id) => id !== sent.channelId)),
      }),
      /channelId/,
    ],
    ['an empty text', (sent) => ({ ...sent, body: { ...sent.body, content: ' ' } }), /content/],
    [
      'a text over 2,000 characters',
      (sent) => ({ ...sent, body: { ...sent.body, content: 'x'.repeat(2001) } }),
      /content/,
    ],
    [
      'another content type',
      (sent) => ({ ...sent, body: { ...sent.body, contentType: 'text/html' } }),
      /contentType/,
    ],
  ];
  for (const [what, change, refusal] of refusals) {
    it(`refuses ${what}, and nothing is sent`, async () => {
      const guest = endedGuest(ground.org, true);
      const before = guest.conversation.messages.length;
      const { status, body } = await ground.call('POST', path, change(message(guest)));
      assert.equal(status, 400);
      assert.deepEqual(Object.keys(body), ['errorCode', 'message']);
      assert.equal(body.errorCode, 'invalid.request');
      if (typeof refusal === 'string') assert.equal(body.message, refusal);
      else assert.match(body.message, refusal);
      assert.equal(guest.conversation.messages.length, before);
    });
  }

  it('refuses a session of the other organisation as one that is none', async () => {
    const [, other] = ground.world.orgs.values();
    assert.ok(other);
    const foreign = connectedGuest(other);
    for (const change of [{}, { channelId: foreign.conversation.deploymentId }]) {
      const own = message(endedGuest(ground.org, true));
      const sent = { ...own, ...change, to: { type: 'web', id: foreign.customer.guestId } };
      const { status, body } = await ground.call('POST', path, sent);
      assert.equal(status, 400);
      assert.match(body.message, /to\.id/);
    }
  });

  it('refuses a sender of the other organisation', async () => {
    const [, other] = ground.world.orgs.values();
    assert.ok(other);
    const own = message(endedGuest(ground.org, true));
    const sent = { ...own, from: { type: 'agent', id: first([...other.agents.keys()]) } };
    assert.match((await ground.call('POST', path, sent)).body.message, /from\.id/);
  });

  for (const gone of ['deleted', 'archived'] as const) {
    it(`refuses a guest whose conversation was ${gone}`, async () => {
      const guest = endedGuest(ground.org, true);
      guest.conversation.gone = gone;
      const { status, body } = await ground.call('POST', path, message(guest));
      assert.equal(status, 400);
      assert.match(body.message, /no conversation/);
      assert.deepEqual(ground.world.record, []);
    });
  }

  it('refuses a guest whose session runs out by the sandbox’s clock', async () => {
    const guest = endedGuest(ground.org, true);
    assert.equal((await ground.call('POST', path, message(guest))).status, 200);
    guest.customer.sessionExpiresAt = Date.now() + 60_000;
    ground.advance(60_000);
    const { status, body } = await ground.call('POST', path, message(guest));
    assert.equal(status, 400);
    assert.match(body.message, /expired/);
  });

  it('refuses a guest whose session has expired', async () => {
    const { status, body } = await ground.call('POST', path, message(expiredGuest(ground.org)));
    assert.equal(status, 400);
    assert.match(body.message, /expired/);
  });
});
