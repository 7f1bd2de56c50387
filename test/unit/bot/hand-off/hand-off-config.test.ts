import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { readHandOffConfig } from '../../../../bot/hand-off/hand-off-config.ts';
import type { Partner } from '../../../../src/journeys/hand-off/partner.ts';
import { readWrittenPartner } from '../../../../src/journeys/hand-off/registering/written-partner.ts';
import { temporaryDirectory } from '../../../../tools/program/temporary-directory.ts';

const none = { partnersFile: null, keyFile: null };

describe('what hand-offs need to begin with', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  const unexpected = () => assert.fail('it can be kept');

  it('is a key that is kept, in a directory that is made, and variables of partners alone', async () => {
    const dataDir = join(directory.path, 'not', 'there');
    const env = { PARTNER_SOUTH_SECRET: 'hunter2', GENESYS_CLIENT_SECRET: 'ours', PARTNERS_FILE: 'x' };
    const first = await readHandOffConfig({ handOff: none, dataDir }, env, [], unexpected);
    assert.deepEqual(first.secrets, { PARTNER_SOUTH_SECRET: 'hunter2' });
    const again = await readHandOffConfig({ handOff: none, dataDir }, env, [], unexpected);
    assert.deepEqual(again.key.publicJwk, first.key.publicJwk);
    const { d } = JSON.parse(await readFile(join(dataDir, 'hand-off-key.json'), 'utf8'));
    assert.equal(typeof d, 'string');
  });

  it('is one key, never seen half-written, for instances that start in one directory at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const dataDir = join(directory.path, String(round));
      let begun = 12;
      const all = Array.from({ length: begun }, () =>
        readHandOffConfig({ handOff: none, dataDir }, {}, [], unexpected).finally(() => {
          begun -= 1;
        }),
      );
      while (begun > 0) {
        const path = join(dataDir, 'hand-off-key.json');
        // At once: what another process would see this very moment.
        if (existsSync(path)) assert.ok(JSON.parse(readFileSync(path, 'utf8') || 'null'), 'whole');
        await turnOfTheLoop();
      }
      const keys = (await Promise.all(all)).map(({ key }) => key.publicJwk.x);
      assert.equal(new Set(keys).size, 1);
      assert.deepEqual(await readdir(dataDir), ['hand-off-key.json']);
    }
  });

  it('keeps no start from a program without partners where nothing can be kept, and says so', async () => {
    const file = join(directory.path, 'file');
    await writeFile(file, '');
    const told: Error[] = [];
    const place = { handOff: none, dataDir: join(file, 'data') };
    const config = await readHandOffConfig(place, {}, [], (cause) => told.push(cause));
    assert.ok(config.key.publicJwk.x);
    assert.equal(told.length, 1);
    const read = readWrittenPartner(
      {
        id: 'south',
        organisationId: '22222222-2222-4222-8222-222222222222',
        name: 'South',
        region: 'eu-central-1',
        clientId: 'c',
        clientSecret: 's',
        integrationId: 'i',
        webhookToken: 't',
        queues: ['Desk'],
      },
      { env: {}, hostsOf: () => ({ apiUrl: 'https://a.example', loginUrl: 'https://l.example' }) },
    );
    assert.ok('partner' in read);
    const partners: readonly Partner[] = [read.partner];
    await assert.rejects(readHandOffConfig(place, {}, partners, unexpected));
  });
});
