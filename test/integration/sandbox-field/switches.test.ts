import assert from 'node:assert/strict';
import { type FieldGround, startField } from './field-ground.ts';

/** Each switch with a path behind it. */
const endpoints = {
  externalMessages: '/api/v2/conversations/messaging/external-messages',
  participantMessages: '/api/v2/communications/conversations/c/participants/p/messages',
  webchatMessages: '/api/v2/conversations/webchat/c/messages',
  crossTenantParticipants: '/v2/messaging/conversations/c/participants',
  messagingConversations: '/api/v2/messaging/conversations',
  cobrowseSessions: '/api/v2/cobrowse/sessions',
} as const;

describe('the switches of an organisation', () => {
  let ground: FieldGround;
  beforeEach(async () => {
    ground = await startField();
  });
  afterEach(() => ground.close());

  for (const [name, path] of Object.entries(endpoints)) {
    it(`${name}: an endpoint not offered answers as a path nobody knows, in that organisation alone`, async () => {
      const { near, far } = ground;
      await near.set({ offers: { [name]: false } });
      const unknown = await near.call('POST', '/api/v2/no/such/path', {});
      const { status, body } = await near.call('POST', path, {});
      assert.equal(status, 404);
      assert.deepEqual({ ...body, contextId: '' }, { ...unknown.body, contextId: '' });
      const refused = await far.call('POST', path, {});
      assert.notDeepEqual({ ...refused.body, contextId: '' }, { ...unknown.body, contextId: '' });
      await near.set({ offers: { [name]: true } });
      const again = await near.call('POST', path, {});
      assert.deepEqual({ ...again.body, contextId: '' }, { ...refused.body, contextId: '' });
    });
  }

  it('give no path away by another method', async () => {
    for (const path of Object.values(endpoints)) {
      assert.equal((await ground.near.call('GET', path)).status, 404, path);
    }
  });

  it('not offered is told before missing permissions are', async () => {
    const { near } = ground;
    await near.set({ offers: { externalMessages: false } });
    await ground.control('POST', `/clients/${near.org.clientId}`, { permissions: [] });
    assert.equal((await near.call('POST', endpoints.externalMessages, {})).status, 404);
  });

  it('are shown in the state, and what is not named stays', async () => {
    const { near, far } = ground;
    await near.set({ threadingMinutes: 5, acceptsExternalSessions: false });
    await near.set({ trustedOrgIds: [], agentPermissions: ['conversation:message:view'] });
    const [shown, other] = (await ground.control('GET', '/state')).body.orgs;
    assert.deepEqual(Object.keys(shown.offers).sort(), Object.keys(endpoints).sort());
    assert.equal(shown.threadingMinutes, 5);
    assert.equal(shown.acceptsExternalSessions, false);
    assert.deepEqual(shown.trustedOrgIds, []);
    assert.deepEqual(shown.agentPermissions, ['conversation:message:view']);
    assert.deepEqual(other.trustedOrgIds, [near.org.id]);
    assert.equal(other.acceptsExternalSessions, true);
    assert.equal(other.id, far.org.id);
  });

  const wrong: readonly [string, unknown, RegExp][] = [
    ['an offer nobody knows', { offers: { teleport: true } }, /teleport/],
    ['an offer that is no boolean', { offers: { externalMessages: 'yes' } }, /boolean/],
    ['a key nobody knows', { offer: {} }, /offer/],
    ['a threading window over 72 hours', { threadingMinutes: 4321 }, /4320/],
    ['a permission of another form', { agentPermissions: ['everything'] }, /domain:entity:action/],
    ['a flag that is no boolean', { acceptsExternalSessions: 1 }, /boolean/],
  ];
  for (const [what, body, sentence] of wrong) {
    it(`refuses ${what} with a sentence`, async () => {
      const { status, body: answer } = await ground.control('POST', `/orgs/${ground.near.org.id}`, body);
      assert.equal(status, 400);
      assert.match(answer.error, sentence);
    });
  }

  it('trust only organisations there are, and not oneself', async () => {
    const path = `/orgs/${ground.near.org.id}`;
    assert.equal((await ground.control('POST', path, { trustedOrgIds: ['nobody'] })).status, 404);
    assert.equal((await ground.control('POST', path, { trustedOrgIds: [ground.near.org.id] })).status, 400);
    assert.equal((await ground.control('POST', '/orgs/nobody', {})).status, 404);
    assert.deepEqual(ground.near.org.trust.orgIds, [ground.far.org.id]);
  });
});
