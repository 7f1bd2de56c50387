import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { agentNamed, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

const hour = 3_600_000;
const busy = '31fe3bac-dea6-44b7-bed7-47f91660a1a0';

describe('the sandbox’s memory', () => {
  let folder: Awaited<ReturnType<typeof temporaryDirectory>>;
  let keepIn: string;
  beforeEach(async () => {
    folder = await temporaryDirectory();
    keepIn = join(folder.path, 'kept', 'world.json');
  });
  afterEach(() => folder.remove());

  async function withSandbox<T>(
    options: { laterBy?: number; seed?: string },
    work: (ground: PlatformGround) => T | Promise<T>,
  ): Promise<T> {
    const { laterBy = 0, ...rest } = options;
    const ground = await startPlatform({ keepIn, now: () => Date.now() + laterBy, ...rest });
    try {
      return await work(ground);
    } finally {
      await ground.close();
    }
  }

  const presenceOf = ({ org }: PlatformGround): string => agentNamed(org, 'Daniel Okafor').presence;

  async function makeBusy(ground: PlatformGround): Promise<void> {
    const { id } = agentNamed(ground.org, 'Daniel Okafor');
    await ground.call('PATCH', `/api/v2/users/${id}/presences/purecloud`, {
      presenceDefinition: { id: busy },
    });
  }

  it('survives a restart: people, conversations and the record', async () => {
    const [first, written] = await withSandbox({}, async (ground) => {
      await makeBusy(ground);
      return [structuredClone(ground.world.orgs), ground.world.record.length];
    });
    await withSandbox({}, (ground) => {
      assert.deepEqual(structuredClone(ground.world.orgs), first);
      assert.equal(presenceOf(ground), 'Busy');
      assert.equal(ground.world.record.length, written);
    });
  });

  it('is written soon after a change, without waiting for the end', async () => {
    await withSandbox({}, async (ground) => {
      assert.ok(!existsSync(keepIn));
      await makeBusy(ground);
      await waitFor(() => existsSync(keepIn), { what: 'the snapshot' });
    });
  });

  it('is left behind for another seed, after 20 hours, or when it cannot be read', async () => {
    await withSandbox({}, makeBusy);
    await withSandbox({ laterBy: 19 * hour }, (ground) => assert.equal(presenceOf(ground), 'Busy'));
    await withSandbox({ laterBy: 21 * hour }, (ground) => assert.equal(presenceOf(ground), 'On Queue'));
    await withSandbox({}, makeBusy);
    await withSandbox({ seed: 'another' }, (ground) => assert.equal(presenceOf(ground), 'On Queue'));
    await writeFile(keepIn, '{"format":1,"wor');
    await withSandbox({}, (ground) => assert.equal(presenceOf(ground), 'On Queue'));
    await writeFile(keepIn, '{"format":0,"world":{}}');
    await withSandbox({}, (ground) => assert.equal(presenceOf(ground), 'On Queue'));
  });
});
