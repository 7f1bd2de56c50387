import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type DoctorGround, startDoctorGround } from './doctor-ground.ts';
import { runDoctor } from './run-doctor.ts';

const requests = z.object({
  entries: z.array(z.object({ method: z.string(), path: z.string(), status: z.number() })),
});

describe('npm run doctor: what it asks', () => {
  let ground: DoctorGround;
  beforeEach(async () => {
    ground = await startDoctorGround();
  });
  afterEach(() => ground.close());

  it('makes only the calls its page names, and changes nothing but a channel that it empties', async () => {
    const before = JSON.stringify(await ground.control('GET', '/record'));
    const messages = () => JSON.stringify([...ground.org.conversations.values()]);
    const said = messages();
    assert.equal((await runDoctor(ground.env)).exitCode, 0);
    assert.equal(JSON.stringify(await ground.control('GET', '/record')), before);
    assert.equal(messages(), said);

    const page = await readFile('docs/doctor.md', 'utf8');
    const named = [...page.matchAll(/`([A-Z]+) (\/\S+)`/g)].map(([, method = '', path = '']) => ({
      method,
      path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?.*)?$`),
    }));
    const { entries } = requests.parse(await ground.control('GET', '/requests'));
    const others = entries.filter(
      ({ method, path }) => !named.some((each) => each.method === method && each.path.test(path)),
    );
    assert.deepEqual(others, []);
    const posts = entries.filter(({ path, status }) => path.includes('/external-messages') && status !== 400);
    assert.deepEqual(posts, [], 'an empty message was not refused');

    const subscriptions = entries.filter(({ path }) => path.includes('/subscriptions'));
    assert.deepEqual(
      subscriptions.map(({ method }) => method),
      ['PUT', 'DELETE'],
    );
    const { body } = await ground.call('GET', '/api/v2/notifications/channels?includechannels=oauthclient');
    assert.equal(body.entities.length, 1);
  });

  it('leaves the channels alone when one more would end one in use', async () => {
    const made: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      const { body } = await ground.call('POST', '/api/v2/notifications/channels');
      made.push(body.id);
    }
    const run = await runDoctor(ground.env);
    assert.equal(run.exitCode, 0);
    assert.match(run.output, /one more would end one in use/);
    const { body } = await ground.call('GET', '/api/v2/notifications/channels');
    assert.deepEqual(body.entities.map(({ id }: { id: string }) => id).sort(), made.sort());
  });
});
