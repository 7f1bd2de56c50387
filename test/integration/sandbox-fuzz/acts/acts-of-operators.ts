import { type Act, someConversation, someCustomer } from './act.ts';

/** What administrators change, what time and bad luck bring. */
export const operatorActs: Readonly<Record<string, Act>> = {
  'a moment passes': (play, pick) =>
    play.control('POST', '/clock', { advanceSeconds: pick.nat(2000) / 1000 }),
  'a while passes': (play, pick) => play.control('POST', '/clock', { advanceSeconds: 5 + pick.nat(120) }),
  'hours pass': (play, pick) => play.control('POST', '/clock', { advanceSeconds: 60 * pick.nat(300) }),
  'days pass': (play, pick) => play.control('POST', '/clock', { advanceSeconds: 3600 * pick.nat(150) }),
  'the rules change': (play, pick) =>
    play.control('POST', `/orgs/${play.org.id}/conversation-rules`, {
      ...(pick.oneIn(2) && { routing: pick.of(['by-hand', 'automatic']) }),
      ...(pick.oneIn(3) && { alertSeconds: 1 + pick.nat(60) }),
      ...(pick.oneIn(3) && { afterCallWorkSeconds: pick.nat(40) }),
      ...(pick.oneIn(3) && { inactivityMinutes: pick.oneIn(2) ? null : 1 + pick.nat(300) }),
      ...(pick.oneIn(3) && { threadingMinutes: pick.nat(4320) }),
      ...(pick.oneIn(4) && { deliveredOnReturn: pick.oneIn(2) }),
    }),
  'an offer changes': (play, pick) =>
    play.control('POST', `/orgs/${play.org.id}`, {
      offers: { [pick.of(Object.keys(play.org.offers))]: !pick.oneIn(3) },
    }),
  'a messenger changes': (play, pick) =>
    play.control('POST', `/deployments/${pick.of(play.org.deployments.keys())}/messenger`, {
      ...(pick.oneIn(2) && { autoStart: pick.oneIn(2) }),
      ...(pick.oneIn(3) && {
        conversationDisconnect: { enabled: pick.oneIn(2), type: pick.of(['Send', 'ReadOnly']) },
      }),
      ...(pick.oneIn(6) && { status: pick.of(['Active', 'Active', 'Inactive']) }),
      ...(pick.oneIn(3) && { connectionsPerSession: 1 + pick.nat(3) }),
      ...(pick.oneIn(4) && { sessionDurationSeconds: 60 + pick.nat(400_000) }),
      ...(pick.oneIn(5) && { humanize: pick.oneIn(2) }),
    }),
  'a conversation is deleted or archived': (play, pick) =>
    play.control(
      'POST',
      `/conversations/${someConversation(play, pick).id}/${pick.of(['delete', 'archive'])}`,
    ),
  'tokens are revoked': async (play) => {
    await play.control('POST', `/clients/${play.org.clientId}/revoke`);
    await play.newToken();
  },
  'a client is disabled or enabled': async (play, pick) => {
    const path = `/clients/${play.org.clientId}`;
    await play.control('POST', path, { state: 'disabled' });
    await play.call('GET', `/api/v2/users/${pick.of(play.org.agents.keys())}`);
    await play.control('POST', path, { state: 'active' });
    await play.newToken();
  },
  'permissions change': async (play, pick) => {
    const { id } = someConversation(play, pick);
    const permissions = play.org.clients.get(play.org.clientId)?.permissions ?? [];
    const path = `/clients/${play.org.clientId}`;
    await play.control('POST', path, { permissions: permissions.filter(() => pick.oneIn(2)) });
    await play.call('GET', `/api/v2/conversations/${id}`);
    await play.control('POST', path, { permissions });
  },
  'a fault is armed': (play, pick) => {
    play.spoiled = true;
    return play.control(
      'POST',
      '/faults',
      pick.of<object>([
        { path: '.', status: 503, when: 'after', count: 2 },
        { path: 'agentless', reset: 'mid-answer' },
        { path: 'conversations', body: 'cut' },
        { on: 'topic', topic: '.', what: 'duplicate', delayMs: 500, count: 5 },
        { on: 'topic', topic: 'users', what: 'reorder', delayMs: 1500, count: 3 },
        { on: 'topic', topic: 'conversations', what: 'late', delayMs: 60_000, share: 0.5, count: 10 },
        { on: 'channel', what: 'close', closeCode: 1006 },
        { on: 'channel', what: 'evict' },
        { on: 'channel', what: 'socket-closing', dropAfterMs: 5000 },
        { on: 'channel', what: 'drop-subscription' },
        { on: 'guest', what: 'close', closeCode: 1011 },
        { on: 'guest', what: 'refuse' },
      ]),
    );
  },
  'faults are called off': async (play) => {
    await play.control('DELETE', '/faults');
    play.spoiled = false;
  },
  'the state is read': async (play, pick) => {
    await play.control('GET', '/state');
    await play.control('GET', `/customers/${someCustomer(play, pick).id}/conversations`);
    await play.control('GET', `/conversations/${someConversation(play, pick).id}`);
  },
};

/** Rare ones: after them much begins again. */
export const rareActs: Readonly<Record<string, Act>> = {
  'a reset': async (play) => {
    await play.control('POST', '/reset');
    await play.mayDoEverything();
  },
  'a restart': (play) => play.restart(),
};
