import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
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

  it('keeps what a bot wrote as it was written, though it looks like what keeps maps', async () => {
    const hostile = { map: [1], entries: { map: [['a', 1]] } };
    await withSandbox({}, async (ground) => {
      await makeBusy(ground);
      const [chat] = ground.world.teams.conversations.values();
      const path = `/teams/v3/conversations/${encodeURIComponent(chat?.id ?? '')}/activities`;
      const { status } = await ground.call('POST', path, {
        type: 'message',
        text: 'x',
        channelData: hostile,
      });
      assert.equal(status, 201);
    });
    await withSandbox({}, (ground) => {
      assert.equal(presenceOf(ground), 'Busy');
      const posted = ground.world.record.find((entry) => entry.kind === 'teams' && entry.event === 'posted');
      assert.ok(posted?.kind === 'teams');
      assert.deepEqual(posted.activity.channelData, hostile);
    });
  });

  it('starts anew from whatever stands in the file instead', async () => {
    await withSandbox({}, makeBusy);
    const whole = await readFile(keepIn, 'utf8');
    const [head = '', body = ''] = whole.split('\n');
    const { mapKey } = JSON.parse(head);
    const map = (pairs: unknown) => ({ [mapKey]: pairs });
    const thin = { seed: 'northwind', seededAt: Date.now(), clockAheadMs: 0, record: [], teams: {} };
    const texts = [
      '',
      head,
      'null\nnull',
      `${head}\n${JSON.stringify({ ...thin, orgs: map([]) })}`,
      `${head}\n${JSON.stringify({ ...thin, orgs: map([1, 2]) })}`,
      `${head}\n${JSON.stringify({ ...thin, orgs: map([['a', { id: 'a' }]]) })}`,
      `${head}\n{"__proto__":{"orgs":[]},"seed":"northwind"}`,
      `${head}\n${body.replace('"record":[', '"record":[null,')}`,
      `${JSON.stringify({ format: 5, mapKey })}\n${body}`,
      'x'.repeat(5_000_000),
      ...[0.1, 0.5, 0.9, 0.999].map((share) => whole.slice(0, whole.length * share)),
    ];
    for (const text of texts) {
      await writeFile(keepIn, text);
      await withSandbox({}, (ground) => assert.equal(presenceOf(ground), 'On Queue', text.slice(0, 80)));
    }
  });

  it('is that of the last to write when two share the file, and never half of either', async () => {
    await withSandbox({}, async (first) => {
      await withSandbox({}, async () => makeBusy(first));
      await waitFor(() => existsSync(keepIn), { what: 'the snapshot' });
    });
    await withSandbox({}, (ground) => assert.equal(presenceOf(ground), 'Busy'));
  });
});
