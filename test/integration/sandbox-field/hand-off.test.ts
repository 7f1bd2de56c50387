import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { connectedGuest, endedGuest, type Guest } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, startField } from './field-ground.ts';

const refusal = {
  status: 400,
  code: 'bad_request',
  message: 'Invalid participant configuration for cross-tenant transfer.',
};

describe('hand-off to another organisation', () => {
  let ground: FieldGround;
  let guest: Guest;
  beforeEach(async () => {
    ground = await startField();
    guest = connectedGuest(ground.near.org);
  });
  afterEach(() => ground.close());

  const seconds = () => Math.floor(Date.now() / 1000);
  const sign = (claims: Record<string, unknown> = {}, key = ground.far.org.trust.sessionKey) =>
    new SignJWT({ aud: ground.far.org.id, exp: seconds() + 300, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(key));
  const payload = async (claims?: Record<string, unknown>) => ({
    transferContext: { sourceOrgId: ground.near.org.id, handoffTicketId: 'ticket-1' },
    sessionToken: await sign(claims),
    sourceOrgId: ground.near.org.id,
    destinationOrgId: ground.far.org.id,
    channelType: 'webchat',
    metadata: { handoffReason: 'escalation', originalQueue: 'support-tier1' },
  });
  const post = (body: unknown, { conversation } = guest) =>
    ground.near.call('POST', `/v2/messaging/conversations/${conversation.id}/participants`, body);
  const audits = async () => (await ground.control('GET', `/orgs/${ground.far.org.id}/audits`)).body.entries;

  it('lets the chat appear in the other organisation, with what is known of it, and ends it here', async () => {
    const { status, body } = await post(await payload());
    assert.equal(status, 200);
    const arrived = ground.far.org.conversations.get(body.destinationConversationId);
    assert.ok(arrived);
    assert.ok(arrived.participants.some(({ purpose }) => purpose === 'acd'));
    const person = arrived.participants.find(({ purpose }) => purpose === 'customer');
    assert.equal(person?.id, body.id);
    assert.equal(person?.name, guest.customer.name);
    assert.deepEqual(
      { ...person?.attributes, timeZone: '' },
      {
        timeZone: '',
        handoffReason: 'escalation',
        originalQueue: 'support-tier1',
        sourceOrgId: ground.near.org.id,
        handoffTicketId: 'ticket-1',
        sourceConversationId: guest.conversation.id,
      },
    );
    assert.equal(customerLeg(guest.conversation)?.disconnectType, 'transfer');
    assert.deepEqual(
      (await audits()).map(({ action, status: how }: { action: string; status: string }) => [action, how]),
      [['session.accepted', 'SUCCESS']],
    );
    const shown = await ground.far.call('GET', `/api/v2/conversations/${arrived.id}`);
    assert.equal(shown.status, 200);
    assert.equal((await ground.near.call('GET', `/api/v2/conversations/${arrived.id}`)).status, 404);
  });

  it('goes on there: what is written in the other organisation reaches the same customer', async () => {
    guest.customer.browserOpen = true;
    const { body } = await post(await payload());
    await ground.far.call(
      'POST',
      `/api/v2/conversations/webchat/${body.destinationConversationId}/messages`,
      {
        text: 'Hello from repairs',
        senderId: 'desk',
        type: 'text',
      },
    );
    const entry = await ground.recorded('Hello from repairs');
    assert.equal(entry.event, 'shown');
    assert.equal(entry.orgId, ground.far.org.id);
    assert.equal(ground.far.org.customers.get(entry.customerId)?.token, guest.customer.token);
  });

  it('goes on in the same browser: its token opens the session on the deployment there', async () => {
    const { body } = await post(await payload());
    const arrived = ground.far.org.conversations.get(body.destinationConversationId);
    assert.ok(arrived);
    const socket = await openSocket(
      `${ground.platform.url.replace('http', 'ws')}/v1?deploymentId=${arrived.deploymentId}`,
    );
    try {
      const { token } = guest.customer;
      socket.send({ action: 'configureSession', deploymentId: arrived.deploymentId, token });
      const session = await waitFor(() => socket.frames.find((frame) => frame.class === 'SessionResponse'), {
        what: 'the session',
      });
      assert.equal(session.body.newSession, false);
      socket.send({ action: 'onMessage', token, message: { type: 'Text', text: 'Here I am' } });
      const entry = await ground.recorded('Here I am');
      assert.equal(entry.conversationId, arrived.id);
    } finally {
      await socket.close();
    }
  });

  it('tells whoever watches a queue there', async () => {
    const { far } = ground;
    const { body: channel } = await far.call('POST', '/api/v2/notifications/channels');
    const topics = [...far.org.queues.keys()].map((id) => ({ id: `v2.routing.queues.${id}.conversations` }));
    await far.call('PUT', `/api/v2/notifications/channels/${channel.id}/subscriptions`, topics);
    const socket = await openSocket(channel.connectUri);
    try {
      const { body } = await post(await payload());
      await waitFor(
        () => socket.frames.find(({ eventBody }) => eventBody.id === body.destinationConversationId),
        { what: 'the event of the new conversation' },
      );
    } finally {
      await socket.close();
    }
  });

  type Change = (body: Awaited<ReturnType<typeof payload>>) => unknown | Promise<unknown>;
  const session: readonly [string, Change, string, (() => Promise<void>)?][] = [
    [
      'a token for oneself',
      async (body) => ({ ...body, sessionToken: await sign({ aud: ground.near.org.id }) }),
      'the audience of the token is not the destination organisation',
    ],
    [
      'a token signed with another key',
      async (body) => ({ ...body, sessionToken: await sign({}, ground.near.org.trust.sessionKey) }),
      'the token is not signed for the destination organisation',
    ],
    [
      'an expired token',
      async (body) => ({ ...body, sessionToken: await sign({ exp: seconds() - 1 }) }),
      'the token has expired',
    ],
    [
      'a token of tomorrow',
      async (body) => ({ ...body, sessionToken: await sign({ nbf: seconds() + 100 }) }),
      'the token is not valid yet',
    ],
    [
      'a token without an end',
      async (body) => ({ ...body, sessionToken: await sign({ exp: undefined }) }),
      'the token lacks aud or exp',
    ],
    [
      'a token of another session',
      async (body) => ({ ...body, sessionToken: await sign({ sub: 'somebody' }) }),
      'the token is of another session',
    ],
    [
      'a token of another issuer',
      async (body) => ({ ...body, sessionToken: await sign({ iss: 'somebody' }) }),
      'the issuer of the token is not the source organisation',
    ],
    [
      'an unsigned token',
      (body) => ({ ...body, sessionToken: unsigned(ground.far.org.id) }),
      'the token is no JWT with HS256',
    ],
    ['what is no token', (body) => ({ ...body, sessionToken: 'made-up' }), 'the token is no JWT with HS256'],
    [
      'another channel type',
      (body) => ({ ...body, channelType: 'webmessaging' }),
      'the channel type is not webchat',
    ],
    [
      'a receiver who takes no external sessions',
      (body) => body,
      'the receiving organisation does not accept external sessions',
      () => ground.far.set({ acceptsExternalSessions: false }),
    ],
    [
      'a receiver without trust',
      (body) => body,
      'the receiving organisation does not trust the source',
      () => ground.far.set({ trustedOrgIds: [] }),
    ],
    [
      'a sender without trust',
      (body) => body,
      'the source does not trust the receiving organisation',
      () => ground.near.set({ trustedOrgIds: [] }),
    ],
  ];
  for (const [what, change, reason, before] of session) {
    it(`refuses ${what}, and the receiver’s audit log says why`, async () => {
      await before?.();
      const known = ground.far.org.conversations.size;
      const { status, body } = await post(await change(await payload()));
      assert.equal(status, 400);
      assert.deepEqual(body, refusal);
      assert.equal(await ground.lastReason(), reason);
      const [entry, ...more] = await audits();
      assert.equal(more.length, 0);
      assert.equal(entry.action, 'session.validation.failed');
      assert.equal(entry.status, 'FAILURE');
      assert.equal(entry.context.reason, reason);
      assert.equal(entry.context.handoffTicketId, 'ticket-1');
      assert.equal(ground.far.org.conversations.size, known);
      assert.equal(customerLeg(guest.conversation)?.state, 'connected');
    });
  }

  const shapes: readonly [string, Change, RegExp][] = [
    ['no body', () => undefined, /everything/],
    ['no transferContext', ({ transferContext: _, ...body }) => body, /transferContext/],
    [
      'no ticket',
      (body) => ({ ...body, transferContext: { sourceOrgId: body.sourceOrgId } }),
      /handoffTicketId/,
    ],
    ['no token', ({ sessionToken: _, ...body }) => body, /sessionToken/],
    ['another source', (body) => ({ ...body, sourceOrgId: body.destinationOrgId }), /source/],
    [
      'another source in the context',
      (body) => ({ ...body, transferContext: { ...body.transferContext, sourceOrgId: 'x' } }),
      /source/,
    ],
    ['a destination nobody knows', (body) => ({ ...body, destinationOrgId: 'x' }), /destination/],
    ['itself as destination', (body) => ({ ...body, destinationOrgId: body.sourceOrgId }), /destination/],
    ['metadata that is no text', (body) => ({ ...body, metadata: { a: 1 } }), /metadata/],
  ];
  for (const [what, change, reason] of shapes) {
    it(`refuses ${what}; no session was looked at`, async () => {
      const { status, body } = await post(await change(await payload()));
      assert.equal(status, 400);
      assert.deepEqual(body, refusal);
      assert.match((await ground.lastReason()) ?? '', reason);
      assert.deepEqual(await audits(), []);
    });
  }

  it('refuses a conversation that is over, and finds none of the other organisation', async () => {
    const ended = await post(await payload(), endedGuest(ground.near.org, true));
    assert.deepEqual(ended.body, refusal);
    const foreign = connectedGuest(ground.far.org);
    assert.equal((await post(await payload(), foreign)).status, 404);
  });

  it('shows the receiver its refusals by the platform’s audit query, newest first, and the sender none', async () => {
    await post({ ...(await payload()), channelType: 'webmessaging' });
    ground.platform.advance(1000);
    await post(await payload());
    const from = new Date(Date.now() - 60_000).toISOString();
    const query = (filters?: unknown) => ({
      interval: `${from}/${new Date(Date.now() + 60_000).toISOString()}`,
      ...(filters !== undefined && { filters }),
    });
    const path = '/api/v2/audits/query/realtime';
    const all = await ground.far.call('POST', path, query());
    assert.equal(all.status, 200);
    assert.deepEqual(
      all.body.entities.map(({ action }: { action: string }) => action),
      ['session.accepted', 'session.validation.failed'],
    );
    const failed = await ground.far.call('POST', path, query([{ property: 'Status', value: 'FAILURE' }]));
    assert.equal(failed.body.total, 1);
    assert.equal(failed.body.entities[0].entity.id, guest.conversation.id);
    assert.equal(failed.body.entities[0].context.reason, 'the channel type is not webchat');
    assert.equal((await ground.near.call('POST', path, query())).body.total, 0);
    for (const wrong of [
      {},
      { interval: 'today' },
      { interval: `${from}/never` },
      query([{ property: 'Colour', value: 'red' }]),
    ]) {
      assert.equal((await ground.far.call('POST', path, wrong)).status, 400);
    }
  });

  it('takes a ticket once', async () => {
    assert.equal((await post(await payload())).status, 200);
    const [other] = [...ground.near.org.conversations.values()].filter(
      (each) => customerLeg(each)?.state === 'connected',
    );
    assert.ok(other);
    const { body } = await post(await payload(), { ...guest, conversation: other });
    assert.deepEqual(body, refusal);
    assert.equal(await ground.lastReason(), 'the ticket was used before');
  });

  it('keeps the token out of the log', async () => {
    const body = await payload();
    await post(body);
    const { entries } = (await ground.control('GET', '/requests')).body;
    assert.equal(entries.at(-1).path, `/v2/messaging/conversations/${guest.conversation.id}/participants`);
    assert.ok(!JSON.stringify(entries).includes(body.sessionToken));
  });
});

function unsigned(aud: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'none' })}.${part({ aud, exp: 9_999_999_999 })}`;
  return `${head}.${createHmac('sha256', '').update(head).digest('base64url')}`;
}
