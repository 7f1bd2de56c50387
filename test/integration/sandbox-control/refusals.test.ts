import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { unverifiedRefusals } from '../../../src/sandbox/platform/unverified-refusals.ts';
import { requestJson } from '../../support/request-json.ts';
import {
  connectedGuest,
  endedGuest,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

describe('refusals nobody could confirm', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  const control = (method: string, path: string, body?: unknown) =>
    requestJson(method, `${ground.url}/sandbox/v1${path}`, body);

  /** A request for each of them. */
  function askFor(name: keyof typeof unverifiedRefusals): ReturnType<PlatformGround['call']> {
    const connected = connectedGuest(ground.org);
    const ended = endedGuest(ground.org, true);
    const agentless = (over: object) =>
      ground.call('POST', '/api/v2/conversations/messages/agentless', {
        fromAddress: connected.conversation.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: connected.customer.externalContactId,
        textBody: 'Hello',
        ...over,
      });
    const leg = connected.conversation.participants.find(({ purpose }) => purpose === 'agent')?.legs[0];
    const ask = {
      'bearer-unknown-or-expired': () => {
        ground.advance(90_000_000);
        return ground.call('GET', '/api/v2/systempresences');
      },
      'client-token-where-an-agent-is-needed': () =>
        ground.call(
          'POST',
          `/api/v2/conversations/messages/${connected.conversation.id}/communications/${leg?.communicationId}/messages`,
          { textBody: 'Hello' },
        ),
      'agent-not-on-the-conversation': () => sayAs(connected, 'somebody else'),
      'leg-not-connected': () => sayAs(ended, 'its agent'),
      'agentless-into-a-connected-conversation': () => agentless({}),
      'agentless-without-contact-or-with-address': () => agentless({ toAddress: 'guest' }),
      'agentless-to-a-contact-never-seen': () =>
        agentless({ externalContactId: '00000000-0000-4000-8000-000000000000' }),
      'presence-of-an-unknown-user': () =>
        ground.call('GET', '/api/v2/users/00000000-0000-4000-8000-000000000000/presences/purecloud'),
      'conversation-deleted-or-archived': async () => {
        await control('POST', `/conversations/${ended.conversation.id}/delete`);
        return ground.call('GET', `/api/v2/conversations/${ended.conversation.id}`);
      },
    } satisfies Record<typeof name, () => ReturnType<PlatformGround['call']>>;
    return ask[name]();
  }

  /** An agent writes on the conversation, who is on it or not. */
  async function sayAs({ conversation }: ReturnType<typeof endedGuest>, who: 'its agent' | 'somebody else') {
    const own = conversation.participants.find(({ purpose }) => purpose === 'agent');
    const other = [...ground.org.agents.keys()].find((id) => id !== own?.userId);
    const { body } = await control('POST', `/agents/${who === 'its agent' ? own?.userId : other}/sign-in`);
    const response = await fetch(
      `${ground.url}/api/v2/conversations/messages/${conversation.id}/communications/${own?.legs[0].communicationId}/messages`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${body.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ textBody: 'Hello' }),
      },
    );
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  }

  for (const name of Object.keys(unverifiedRefusals).filter(isName)) {
    it(`${name}: the stricter reading, or what it is set to`, async () => {
      const strict = await askFor(name);
      assert.deepEqual({ status: strict.status, code: strict.body.code }, unverifiedRefusals[name]);
      const other = { status: 409, code: 'quite.another' };
      const { body } = await control('POST', '/refusals', { [name]: other });
      assert.deepEqual(body.refusals[name], other);
      const told = await askFor(name);
      assert.deepEqual({ status: told.status, code: told.body.code }, other);
      assert.equal(told.body.status, 409);
      await control('POST', '/refusals', { [name]: null });
      assert.equal((await askFor(name)).status, unverifiedRefusals[name].status);
    });
  }

  it('are all in the documentation', async () => {
    const page = await readFile(new URL('../../../docs/sandbox/refusals.md', import.meta.url), 'utf8');
    for (const [name, { status, code }] of Object.entries(unverifiedRefusals))
      assert.ok(page.includes(`| \`${name}\` | ${status} \`${code}\` |`), name);
  });

  it('take only names there are and answers that are refusals', async () => {
    for (const body of [
      { nothing: { status: 400, code: 'x' } },
      { 'leg-not-connected': { status: 200, code: 'x' } },
    ]) {
      const { status, body: refused } = await control('POST', '/refusals', body);
      assert.equal(status, 400);
      assert.equal(typeof refused.error, 'string');
    }
  });
});

function isName(name: string): name is keyof typeof unverifiedRefusals {
  return name in unverifiedRefusals;
}
