import assert from 'node:assert/strict';
import { botClient } from '../../support/bot-client.ts';
import { callPlatform, first } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';
import { type FieldGround, startField } from './field-ground.ts';

const path = '/api/v2/messaging/conversations';
const refusal = { message: 'Token is invalid or expired.', status: 403, code: 'forbidden' };

describe('a conversation started by a widget’s backend', () => {
  let ground: FieldGround;
  beforeEach(async () => {
    ground = await startField();
  });
  afterEach(() => ground.close());

  const knownContact = () => first([...ground.near.org.contacts.values()]);
  const control = (body: unknown) => ground.control('POST', `/clients/${ground.near.org.clientId}`, body);

  it('is with the person the userId is of, and linked to their contact', async () => {
    const { id } = knownContact();
    const { status, body } = await ground.near.call('POST', path, { userId: id });
    assert.equal(status, 200);
    assert.equal(body.userId, id);
    const person = ground.near.org.conversations
      .get(body.id)
      ?.participants.find(({ purpose }) => purpose === 'customer');
    assert.equal(person?.externalContactId, id);
    assert.equal(person?.attributes?.userId, id);
  });

  it('is with the person a CRM key is of', async () => {
    const { id, externalIds } = knownContact();
    const { body } = await ground.near.call('POST', path, { external_id: first(externalIds).value });
    assert.equal(body.userId, id);
  });

  it('goes on with the session the person has, and begins one on a deployment where they have none', async () => {
    const { org } = ground.near;
    const guest = first([...org.customers.values()].filter(({ externalContactId }) => externalContactId));
    const other = first([...org.deployments.keys()].filter((id) => id !== guest.deploymentId));
    const known = org.customers.size;
    const userId = guest.externalContactId;
    const same = await ground.near.call('POST', path, { userId, channelId: guest.deploymentId });
    assert.equal(same.body.sessionId, guest.guestId);
    assert.equal(org.customers.size, known);
    const fresh = await ground.near.call('POST', path, { userId, channelId: other });
    assert.equal(org.customers.withGuestId(fresh.body.sessionId)?.name, guest.name);
    assert.equal(org.customers.size, known + 1);
  });

  const refused: readonly [string, string, () => Promise<{ status: number; body: unknown }>][] = [
    [
      'a token nobody issued',
      'the token is not known',
      () => callPlatform(ground.platform.url, 'made-up', 'POST', path, { userId: knownContact().id }),
    ],
    [
      'a revoked token',
      'the token is revoked',
      async () => {
        await ground.control('POST', `/clients/${ground.near.org.clientId}/revoke`);
        return ground.near.call('POST', path, { userId: knownContact().id });
      },
    ],
    [
      'an expired token',
      'the token is expired',
      async () => {
        ground.platform.advance(86_400_000);
        return ground.near.call('POST', path, { userId: knownContact().id });
      },
    ],
    [
      'a token of five minutes ago, though it holds elsewhere',
      'the token is older than five minutes',
      async () => {
        ground.platform.advance(300_000);
        assert.equal((await ground.near.call('GET', '/api/v2/routing/queues')).status, 200);
        return ground.near.call('POST', path, { userId: knownContact().id });
      },
    ],
    [
      'a client without the scope to write',
      'the client lacks the scope messaging:write',
      async () => {
        await control({ scopes: ['messaging:read'] });
        return ground.near.call('POST', path, { userId: knownContact().id });
      },
    ],
    [
      'a client without any scope',
      'the client lacks the scope messaging:write, messaging:read',
      async () => {
        await control({ scopes: [] });
        return ground.near.call('POST', path, { userId: knownContact().id });
      },
    ],
    [
      'an agent’s own token',
      'a user token where a client token is needed',
      () => ground.near.callAs(first([...ground.near.org.agents.keys()]), 'POST', path, { userId: 'x' }),
    ],
    [
      'a userId of the old system',
      'the user is not known',
      () => ground.near.call('POST', path, { userId: 'anna-7' }),
    ],
    [
      'a person of the other organisation',
      'the user is not known',
      () => ground.near.call('POST', path, { userId: first([...ground.far.org.contacts.keys()]) }),
    ],
    [
      'ids of two people',
      'userId and external_id are of two people',
      () => {
        const [one, other] = ground.near.org.contacts.values();
        return ground.near.call('POST', path, { userId: one?.id, external_id: other?.externalIds[0]?.value });
      },
    ],
  ];
  for (const [what, reason, call] of refused) {
    it(`is refused for ${what} in the same words as ever, and the log knows why`, async () => {
      const known = ground.near.org.conversations.size;
      const { status, body } = await call();
      assert.equal(status, 403);
      assert.deepEqual(body, refusal);
      assert.equal(await ground.lastReason(), reason);
      assert.equal(ground.near.org.conversations.size, known);
    });
  }

  it('takes a token of four minutes ago', async () => {
    ground.platform.advance(299_000);
    assert.equal((await ground.near.call('POST', path, { userId: knownContact().id })).status, 200);
  });

  it('without any token is refused as everywhere', async () => {
    const response = await fetch(`${ground.platform.url}${path}`, { method: 'POST' });
    assert.equal(response.status, 401);
    assert.equal(JSON.parse(await response.text()).code, 'authentication.required');
  });

  it('is refused by its shape in the platform’s words', async () => {
    for (const body of [
      {},
      undefined,
      { userId: 7 },
      { userId: 'x', more: 1 },
      { userId: 'x', channelId: 'y' },
    ]) {
      const { status, body: answer } = await ground.near.call('POST', path, body);
      assert.equal(status, 400);
      assert.equal(typeof answer.contextId, 'string');
    }
  });

  it('gets tokens of five minutes when the client is set so', async () => {
    await control({ accessTokenSeconds: 300 });
    const { body } = await requestToken(ground.platform.url, botClient(ground.near.org));
    assert.equal(body.expires_in, 300);
  });
});
