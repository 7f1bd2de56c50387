import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { neededPermissions } from '../../../src/genesys/needed-permissions.ts';
import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { budget } from '../../../tools/doctor/checks/budget.ts';
import { clock } from '../../../tools/doctor/checks/clock.ts';
import { deployments } from '../../../tools/doctor/checks/deployments.ts';
import { disk } from '../../../tools/doctor/checks/disk.ts';
import { freeSpace } from '../../../tools/doctor/checks/free-space.ts';
import { isEmptied } from '../../../tools/doctor/checks/is-emptied.ts';
import { permissions } from '../../../tools/doctor/checks/permissions.ts';
import { quietHours } from '../../../tools/doctor/checks/quiet-hours.ts';
import { region } from '../../../tools/doctor/checks/region.ts';
import { siteKeys } from '../../../tools/doctor/checks/site-keys.ts';
import { storeFindings } from '../../../tools/doctor/checks/store-findings.ts';
import { supervisors } from '../../../tools/doctor/checks/supervisors.ts';
import { threading } from '../../../tools/doctor/checks/threading.ts';
import { topics } from '../../../tools/doctor/checks/topics.ts';
import type { Finding } from '../../../tools/doctor/finding.ts';

const levels = (findings: readonly Finding[]) => findings.map(({ level }) => level);

const allParts = { widget: true, 'hand-off': true };
const noParts = { widget: false, 'hand-off': false };

describe('the doctor’s checks', () => {
  for (const [aheadMs, level] of [
    [0, 'ok'],
    [-30_000, 'ok'],
    [31_000, 'warning'],
    [-300_000, 'warning'],
    [301_000, 'problem'],
    [-9_000_000, 'problem'],
  ] as const)
    it(`clock: ${aheadMs} ms ahead is ${level}`, () => assert.equal(clock(aheadMs).level, level));

  for (const [quiet, timeZone, production, level] of [
    [{ from: 1260, to: 480 }, 'Europe/Berlin', true, 'ok'],
    [{ from: 1260, to: 480 }, 'UTC', true, 'warning'],
    [{ from: 1260, to: 480 }, 'UTC', false, 'ok'],
    [{ from: 480, to: 420 }, 'Europe/Berlin', true, 'warning'],
    [null, 'Europe/Berlin', true, 'warning'],
    [null, 'UTC', false, 'ok'],
  ] as const)
    it(`quiet hours: ${JSON.stringify(quiet)} by ${timeZone}, ${production ? 'for real' : 'in the sandbox'}: ${level}`, () =>
      assert.equal(quietHours({ quietHours: quiet, timeZone }, production).level, level));

  it('supervisors: none is a problem only where every outreach waits for one', () => {
    assert.equal(supervisors(['a@b.example'], null, 'supervisor').level, 'ok');
    assert.equal(supervisors([], 'group-1', 'supervisor').level, 'ok');
    assert.match(supervisors(['a@b.example'], 'group-1', 'supervisor').said, /owners of a team and 1 named/);
    assert.equal(supervisors([], null, 'supervisor').level, 'problem');
    assert.equal(supervisors([], null, 'automatic').level, 'warning');
  });

  it('region: what the channel says counts, where both are hosts of Genesys Cloud', () => {
    const uri = 'wss://streaming.mypurecloud.ie/channels/streaming-0-secret';
    assert.equal(region('https://api.mypurecloud.ie', uri).level, 'ok');
    assert.equal(region('http://127.0.0.1:3979', uri).level, 'ok');
    const wrong = region('https://api.mypurecloud.de', uri);
    assert.equal(wrong.level, 'problem');
    assert.match(JSON.stringify(wrong), /GENESYS_REGION=mypurecloud\.ie/);
    assert.doesNotMatch(JSON.stringify(wrong), /secret/);
  });

  it('budget: warns when less than a tenth is left', () => {
    assert.equal(budget(null).level, 'ok');
    assert.equal(budget({ count: 200, allowed: 300 }).level, 'ok');
    assert.equal(budget({ count: 280, allowed: 300 }).level, 'warning');
    assert.equal(budget({ count: 400, allowed: 300 }).level, 'warning');
  });

  it('permissions: unknown is a warning, everything by * is well', () => {
    assert.deepEqual(levels(permissions(null, allParts)), ['warning']);
    assert.deepEqual(levels(permissions(['*:*:*'], allParts)), ['ok']);
    assert.ok(levels(permissions(['routing:*:*'], noParts)).includes('problem'));
    const everyday = neededPermissions.filter(({ use }) => use !== 'widget' && use !== 'hand-off');
    const rights = everyday.flatMap(({ permissions: of }) => ('all' in of ? of.all : of.any));
    assert.deepEqual(levels(permissions(rights, noParts)), ['ok'], 'a part nobody set up asks for nothing');
    assert.ok(levels(permissions(rights, allParts)).length > 2);
  });

  const id = '1118b56f-3b95-46da-b27c-a0133d162692';
  const topic = `v2.routing.queues.${id}.conversations`;

  it('topics: one finding a kind; what a known permission explains is not said twice', () => {
    const rejected = (missingPermissions: string[]) => [{ topic, reason: 'no', missingPermissions }];
    assert.deepEqual(levels(topics([topic], [], [])), ['ok']);
    assert.deepEqual(topics([topic], rejected(['a:b:c']), ['a:b:c']), []);
    assert.deepEqual(levels(topics([topic, topic], [...rejected(['a:b:c']), ...rejected(['a:b:c'])], [])), [
      'problem',
    ]);
    const [unexplained] = topics([topic], rejected([]), ['a:b:c']);
    assert.equal(unexplained?.level, 'problem');
    assert.match(unexplained?.said ?? '', /v2\.routing\.queues\.\{id\}\.conversations/);
  });

  const config = {
    status: 'Active',
    signIn: false,
    sessionSeconds: 345_600,
    disconnect: 'Send',
    clear: true,
    cobrowse: false,
  };

  it('deployments: tells what each can do, and what keeps customers from being reached', () => {
    const seen = { id, listed: null, config, used: true };
    const inactive = { ...config, status: 'Inactive' };
    assert.deepEqual(levels(deployments([])), ['warning']);
    assert.deepEqual(levels(deployments([seen])), ['ok']);
    assert.match(
      deployments([seen])[0]?.said ?? '',
      /active, sessions last 4 days, sign-in off, .* Send, clear on, cobrowse off/,
    );
    assert.deepEqual(levels(deployments([{ ...seen, config: inactive }])), ['problem']);
    assert.deepEqual(levels(deployments([{ ...seen, config: inactive, used: false }])), ['ok']);
    assert.deepEqual(levels(deployments([{ ...seen, config: null }])), ['warning']);
    const short = { ...config, sessionSeconds: 3_600 };
    assert.deepEqual(levels(deployments([{ ...seen, config: short }])), ['warning', 'ok']);
    const listed = { id, name: 'Shop', status: 'Inactive' };
    assert.match(deployments([{ ...seen, listed }])[0]?.said ?? '', /^Shop is inactive/);
  });

  it('threading: a timeline of 0 tears the history apart', () => {
    assert.equal(threading(null).level, 'ok');
    assert.equal(threading(72 * 3_600_000).level, 'ok');
    assert.equal(threading(0).level, 'warning');
  });

  it('disk: little space is a warning, next to none a problem', () => {
    assert.equal(freeSpace(1e9).level, 'ok');
    assert.equal(freeSpace(400 * 1024 * 1024).level, 'warning');
    const full = freeSpace(1024);
    assert.equal(full.level, 'problem');
    assert.equal('code' in full && full.code, 'store.full');
  });

  for (const [place, type, emptied] of [
    ['/srv/reachback', 0xef53, false],
    ['/tmpfiles', 0xef53, false],
    ['/tmp', 0xef53, true],
    ['/var/tmp/reachback', 0xef53, true],
    ['/dev/shm/reachback', 0x01021994, true],
    ['/app/data', 0x794c7630, true],
  ] as const)
    it(`disk: ${place} on ${type.toString(16)} is ${emptied ? 'emptied' : 'kept'}`, () =>
      assert.equal(isEmptied(place, type), emptied));

  it('disk: a ledger on a place that is emptied is a problem for a real organisation', async () => {
    assert.ok(levels(await disk(tmpdir(), true)).includes('problem'));
    assert.ok(!levels(await disk(tmpdir(), false)).includes('problem'));
  });

  it('store: what may forget a send after a crash is a problem, and so is a newer ledger', () => {
    const engine = 'sqlite' as const;
    const sqlite = {
      engine,
      inUse: false,
      journal: 'wal',
      synchronous: 'full',
      readBack: true,
      schema: null,
    };
    assert.deepEqual(new Set(levels(storeFindings(sqlite))), new Set(['ok']));
    for (const broken of [
      { journal: 'delete' },
      { synchronous: 'normal' },
      { readBack: false },
      { schema: { pending: 0, unknown: ['9999-later'] } },
    ])
      assert.ok(levels(storeFindings({ ...sqlite, ...broken })).includes('problem'), JSON.stringify(broken));

    const settled = { pending: 0, unknown: [] };
    const other = 'postgres' as const;
    const postgres = {
      engine: other,
      version: '18',
      synchronousCommit: 'on',
      fsync: 'on',
      schema: settled,
      readBack: true,
    };
    assert.deepEqual(levels(storeFindings(postgres)), ['ok']);
    for (const broken of [{ synchronousCommit: 'off' }, { fsync: 'off' }, { readBack: false }])
      assert.ok(
        levels(storeFindings({ ...postgres, ...broken })).includes('problem'),
        JSON.stringify(broken),
      );
    assert.deepEqual(levels(storeFindings({ ...postgres, schema: { pending: 1, unknown: [] } })), [
      'ok',
      'ok',
    ]);
  });
});

describe('the look at a site’s keys', () => {
  const url = 'https://shop.example/jwks.json';
  const answering = (status: number, body: unknown) => ({
    ask: async () => ({ status, body, header: () => undefined }),
  });

  it('is well with a public key, and says what is wrong without', async () => {
    const key = { kty: 'EC', kid: 'a' };
    assert.equal((await siteKeys(answering(200, { keys: [key] }), url)).level, 'ok');
    assert.equal((await siteKeys(answering(200, { keys: [{ kty: 'oct' }] }), url)).level, 'warning');
    for (const [status, body] of [
      [200, '<html>'],
      [404, undefined],
    ] as const) {
      const finding = await siteKeys(answering(status, body), url);
      assert.equal(finding.level === 'ok' ? null : finding.code, 'widget.site-keys-unavailable');
    }
    const away = {
      ask: async () => {
        throw new NetworkFault('ECONNREFUSED', true);
      },
    };
    assert.equal((await siteKeys(away, url)).level, 'problem');
  });
});
