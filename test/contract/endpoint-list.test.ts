import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { presenceTopic } from '../../src/presence/presence-frame.ts';
import type { Endpoint } from '../../src/sandbox/platform/endpoint.ts';
import { botPermissions } from '../../src/sandbox/seed/permissions.ts';
import { queueConversationsTopic } from '../../src/sessions/conversation-frame.ts';
import { undeliveredTopic } from '../../src/sessions/conversation-signals.ts';
import { withEndpointList } from '../../tools/endpoint-list/endpoint-list.ts';
import { readEndpoints } from '../../tools/endpoint-list/read-endpoints.ts';
import { type PlatformGround, startPlatform } from '../support/sandbox/platform-ground.ts';

const root = new URL('../../', import.meta.url);

/** `METHOD /path` of every call a file of the product makes. */
async function productCalls(): Promise<string[]> {
  const folder = new URL('src/genesys/endpoints/', root);
  const calls: string[] = [];
  for (const file of await readdir(folder)) {
    const source = await readFile(new URL(file, folder), 'utf8');
    for (const [, method, path] of source.matchAll(/method: '(\w+)',\s+path: '([^']+)'/g)) {
      calls.push(`${method} ${path}`);
    }
  }
  return calls;
}

describe('the list of endpoints', () => {
  let ground: PlatformGround;
  let endpoints: Endpoint[];
  before(async () => {
    ground = await startPlatform();
    endpoints = await readEndpoints(ground.url);
  });
  after(() => ground.close());

  it('in docs/sandbox/endpoints.md is what the sandbox has (npm run endpoint-list writes it)', async () => {
    const page = await readFile(new URL('docs/sandbox/endpoints.md', root), 'utf8');
    assert.equal(page, withEndpointList(page, endpoints));
  });

  it('says SDK 262 only of what the SDK has, under the same path', async () => {
    const folder = new URL(
      'node_modules/purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/',
      root,
    );
    const known = new Set<string>();
    for (const file of await readdir(folder)) {
      const source = await readFile(new URL(file, folder), 'utf8');
      for (const [, path, method] of source.matchAll(/callApi\(\s*'([^']+)',\s*'(\w+)'/g)) {
        known.add(`${method} ${path}`);
      }
    }
    const claimed = endpoints
      .filter(({ source, path }) => source === 'SDK 262' && !path.startsWith('/oauth/'))
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(
      claimed.filter((each) => !known.has(each)),
      [],
    );
  });

  it('has every endpoint the product calls', async () => {
    const calls = await productCalls();
    assert.ok(calls.length >= 10);
    const listed = new Set(endpoints.map(({ method, path }) => `${method} ${path}`));
    assert.deepEqual(
      calls.filter((call) => !listed.has(call)),
      [],
    );
  });

  it('asks of the product’s calls and topics all the permissions of the seeded role, and no more', async () => {
    // What is brought to a partner organisation goes by its own client.
    const calls = new Set((await productCalls()).filter((call) => !call.includes('/inbound/open/')));
    const { body } = await ground.call(
      'GET',
      '/api/v2/notifications/availabletopics?expand=requiresPermissions',
    );
    const known: { id: string; requiresPermissions: string[] }[] = body.entities;
    const subscribed = [
      presenceTopic('{id}'),
      undeliveredTopic('{id}'),
      queueConversationsTopic('{id}'),
    ].flatMap(singly);
    const ofTopics = subscribed.map((topic) => {
      const found = known.find(({ id }) => id === topic);
      assert.ok(found, `the sandbox has no topic ${topic}`);
      return { all: found.requiresPermissions };
    });
    const ofCalls = endpoints
      .filter(({ method, path }) => calls.has(`${method} ${path}`))
      .flatMap(({ permissions }) => permissions ?? []);
    const may = (granted: readonly string[]): boolean =>
      [...ofCalls, ...ofTopics].every((needed) =>
        'all' in needed
          ? needed.all.every((name) => granted.includes(name))
          : needed.any.some((name) => granted.includes(name)),
      );
    assert.ok(may(botPermissions), 'the role lacks something');
    const superfluous = botPermissions.filter((each) =>
      may(botPermissions.filter((other) => other !== each)),
    );
    assert.deepEqual(superfluous, []);
  });
});

/** `v2.users.{id}?a&b` is `v2.users.{id}.a` and `v2.users.{id}.b`. */
function singly(topic: string): string[] {
  const [stem = '', suffixes] = topic.split('?');
  return suffixes === undefined ? [topic] : suffixes.split('&').map((suffix) => `${stem}.${suffix}`);
}
