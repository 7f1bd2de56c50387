import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../../src/errors/reachback-error.ts';
import { regionHosts } from '../../../../../src/genesys/region-hosts.ts';
import type { Partner } from '../../../../../src/journeys/hand-off/partner.ts';
import type { PartnerForm } from '../../../../../src/journeys/hand-off/registering/partner-form.ts';
import { createPartnerRegistrations } from '../../../../../src/journeys/hand-off/registering/partner-registrations.ts';
import { createPartnerRegistry } from '../../../../../src/journeys/hand-off/registering/partner-registry.ts';
import { readWrittenPartner } from '../../../../../src/journeys/hand-off/registering/written-partner.ts';
import { exampleHandOff } from '../../../../support/example-hand-off.ts';
import { manualClock } from '../../../../support/manual-clock.ts';
import { memoryHandOffs } from '../../../../support/memory-hand-offs.ts';
import { memoryPartners } from '../../../../support/memory-partners.ts';
import { recordingLog } from '../../../../support/silent-log.ts';
import { southridgeForm } from '../../../../support/southridge-form.ts';

const env = { PARTNER_SOUTH_SECRET: 'hunter2', PARTNER_SOUTH_WEBHOOK: 'token' };
const ground = { env, hostsOf: regionHosts, sandbox: false };
const north = {
  ...southridgeForm,
  id: 'north',
  name: 'Northgate',
  organisationId: '33333333-3333-4333-8333-333333333333',
};

function ofFile(id: string, organisationId: string): Partner {
  const read = readWrittenPartner(
    {
      id,
      organisationId,
      name: 'Of the file',
      region: 'eu-central-1',
      clientId: 'c',
      clientSecret: 's',
      integrationId: 'i',
      webhookToken: 't',
      queues: ['Desk'],
    },
    ground,
  );
  assert.ok('partner' in read);
  return read.partner;
}

describe('partners registered in Teams', () => {
  let table: ReturnType<typeof memoryPartners>;
  let handOffs: ReturnType<typeof memoryHandOffs>;
  let log: ReturnType<typeof recordingLog>;
  beforeEach(() => {
    table = memoryPartners();
    handOffs = memoryHandOffs();
    log = recordingLog();
  });

  function instance(
    parts: { file?: readonly Partner[]; env?: Record<string, string>; asking?: () => Promise<unknown> } = {},
  ) {
    let changes = 0;
    const on = { ...ground, env: parts.env ?? env };
    const registry = createPartnerRegistry({
      ofFile: parts.file ?? [],
      table,
      ground: on,
      changed: () => {
        changes += 1;
      },
      clock: manualClock(0),
      log: log.log,
    });
    const registrations = createPartnerRegistrations({
      registry,
      table,
      handOffs,
      check: {
        async codeOf() {
          await parts.asking?.();
          return null;
        },
      },
      ground: on,
      missing: () => ['a:permission'],
      now: () => 7_000,
      log: log.log,
    });
    const register = (form: PartnerForm, of: string | null = null, revision = 0) =>
      registrations.register({ form, of, revision, by: 'Sam Porter', at: '19:ours@thread.tacv2' });
    return { registry, registrations, register, changes: () => changes };
  }

  async function codes(outcome: Promise<Awaited<ReturnType<ReturnType<typeof instance>['register']>>>) {
    const became = await outcome;
    return became.kind === 'refused' ? became.problems.map(({ code }) => code) : became.kind;
  }

  it('are in force at once, after a restart, and in another instance when it looks', async () => {
    const one = instance();
    const other = instance();
    await other.registry.refresh();
    assert.deepEqual(await one.register(southridgeForm), {
      kind: 'registered',
      id: 'southridge',
      name: 'Southridge Repairs',
      contract: 'bridge',
      channel: false,
      missing: ['a:permission'],
    });
    assert.deepEqual(
      one.registry.all().map(({ id }) => id),
      ['southridge'],
    );
    assert.equal(one.changes(), 1);
    assert.deepEqual(other.registry.all(), []);
    for (const each of [other, instance()]) {
      await each.registry.refresh();
      assert.equal(each.registry.all()[0]?.clientSecret.reveal(), 'hunter2');
    }
    assert.equal(table.kept[0]?.who, 'Sam Porter');
    assert.ok(!JSON.stringify([table.kept, log.lines]).includes('hunter2'));
  });

  it('are of one id and one organisation each, and the file wins', async () => {
    const file = [ofFile('north', '44444444-4444-4444-8444-444444444444')];
    const { register, registrations } = instance({ file });
    assert.deepEqual(await codes(register(north)), ['handoff.partner-in-file']);
    const same = { ...north, id: 'n2', organisationId: '44444444-4444-4444-8444-444444444444' };
    assert.deepEqual(await codes(register(same)), ['handoff.partner-in-file']);
    assert.throws(() => registrations.form('north'), { code: 'handoff.partner-in-file' });
    assert.throws(() => registrations.form('nobody'), { code: 'handoff.partner-unknown' });
    assert.equal(await codes(register(southridgeForm)), 'registered');
    assert.deepEqual(await codes(register(southridgeForm)), [
      'handoff.partner-id-taken',
      'handoff.partner-organisation-taken',
    ]);
    assert.deepEqual(await codes(register({ ...southridgeForm, id: 'again' })), [
      'handoff.partner-organisation-taken',
    ]);
  });

  it('are set aside when the file names them, their variable is gone or their row is spoilt, and the others go on', async () => {
    const { register } = instance();
    await register(southridgeForm);
    await register(north);
    const western = { ...north, id: 'west', organisationId: '55555555-5555-4555-8555-555555555555' };
    await register({ ...western, clientSecret: 'PARTNER_SOUTH_WEBHOOK' });
    table.kept.push({
      revision: 4,
      at: 1,
      who: 'Eve',
      partnerId: 'spoilt',
      action: 'registered',
      value: '{',
    });
    const later = instance({
      file: [ofFile('north', '44444444-4444-4444-8444-444444444444')],
      env: { PARTNER_SOUTH_WEBHOOK: 'token' },
    });
    await later.registry.refresh();
    assert.deepEqual(
      later.registry.registrations().map(({ id, code }) => [id, code]),
      [
        ['southridge', 'handoff.partner-variable-unset'],
        ['north', 'handoff.partner-variable-unset'],
        ['west', null],
        ['spoilt', 'handoff.partner-row-invalid'],
      ],
    );
    assert.deepEqual(
      later.registry.all().map(({ id }) => id),
      ['north', 'west'],
    );
    const whole = instance({ file: [ofFile('north', '44444444-4444-4444-8444-444444444444')] });
    await whole.registry.refresh();
    assert.equal(whole.registry.registrations()[1]?.code, 'handoff.partner-in-file');
    assert.equal(whole.registry.known().find(({ id }) => id === 'north')?.name, 'Of the file');
    await whole.registrations.takeOut({ id: 'spoilt', revision: 4, by: 'Sam' });
    assert.deepEqual(
      whole.registry.all().map(({ id }) => id),
      ['north', 'southridge', 'west'],
    );
  });

  it('use nothing that was put into the store behind their back', async () => {
    const { register, registry } = instance();
    await register(southridgeForm);
    const [row] = table.kept;
    assert.ok(row);
    const spoilt = [
      row.value.replace('"region":"eu-central-1"', '"region":"eu-central-1","apiUrl":"https://evil.example"'),
      row.value.replace('env:PARTNER_SOUTH_SECRET', 'env:PATH'),
      row.value.replace('"id":"southridge"', '"id":"another"'),
    ];
    for (const [index, value] of spoilt.entries()) {
      assert.notEqual(value, row.value);
      table.kept.push({ ...row, revision: index + 2, value });
      await registry.refresh();
      const { partner } = registry.registrations()[0] ?? {};
      assert.ok(partner === null || partner?.apiUrl === 'https://api.mypurecloud.de', value);
      if (index > 0) assert.equal(registry.registrations()[0]?.code, 'handoff.partner-row-invalid');
    }
  });

  it('let one of two supervisors through', async () => {
    const [one, other] = [instance(), instance()];
    const both = await Promise.all([codes(one.register(southridgeForm)), codes(other.register(north))]);
    assert.deepEqual(both.sort(), [['handoff.partner-changed-meanwhile'], 'registered'].sort());
    const name = 'Southridge';
    await one.registry.refresh();
    const id = one.registry.all()[0]?.id ?? '';
    const form = id === 'north' ? north : southridgeForm;
    assert.equal(await codes(one.register({ ...form, name }, id, 1)), 'changed');
    assert.deepEqual(await codes(other.register({ ...form, name: 'Another' }, id, 1)), [
      'handoff.partner-changed-meanwhile',
    ]);
    await assert.rejects(other.registrations.takeOut({ id, revision: 1, by: 'Kim' }), {
      code: 'handoff.partner-changed-meanwhile',
    });
    assert.deepEqual((await one.registrations.changes(9))[0]?.fields, ['name']);
    assert.equal(await codes(one.register({ ...form, name }, id, 2)), 'unchanged');
  });

  it('are of one organisation also where another supervisor was faster while it was asked', async () => {
    const faster = instance();
    const one = instance({
      async asking() {
        await faster.register({ ...southridgeForm, id: 'faster' });
        await one.registry.refresh();
      },
    });
    assert.deepEqual(await codes(one.register(southridgeForm)), ['handoff.partner-changed-meanwhile']);
    assert.deepEqual(
      one.registry.all().map(({ id }) => id),
      ['faster'],
    );
  });

  it('go on with what is under way once they are taken out, and offer nothing more', async () => {
    const { register, registry, registrations } = instance();
    await register(southridgeForm);
    await handOffs.add(exampleHandOff({ partnerId: 'southridge', state: 'bridged' }));
    assert.deepEqual(
      await codes(register({ ...southridgeForm, integrationId: 'another' }, 'southridge', 1)),
      ['handoff.partner-busy'],
    );
    assert.equal((await registrations.toTakeOut('southridge')).underWay, 1);
    await registrations.takeOut({ id: 'southridge', revision: 1, by: 'Kim' });
    assert.deepEqual(registry.all(), []);
    assert.deepEqual(
      registry.known().map(({ id }) => id),
      ['southridge'],
    );
    assert.deepEqual(await codes(register({ ...southridgeForm, region: 'eu-west-1' })), [
      'handoff.partner-busy',
    ]);
    assert.equal(await codes(register(southridgeForm)), 'registered');
    assert.deepEqual(
      (await registrations.changes(9)).map(({ action, by }) => [action, by]),
      [
        ['registered', 'Sam Porter'],
        ['removed', 'Kim'],
        ['registered', 'Sam Porter'],
      ],
    );
  });

  it('take over no hand-offs of another of that id: the file may have named it, or its row be spoilt', async () => {
    const { register, registry } = instance();
    await handOffs.add(exampleHandOff({ partnerId: 'southridge', state: 'bridged' }));
    assert.deepEqual(await codes(register(southridgeForm)), ['handoff.partner-busy']);
    const row = { at: 1, who: 'Eve', partnerId: 'southridge', action: 'registered', value: '{' };
    table.kept.push({ ...row, revision: 1 });
    assert.deepEqual(await codes(register(southridgeForm, 'southridge', 1)), ['handoff.partner-busy']);
    assert.deepEqual(registry.all(), []);
  });

  it('see a hand-off that began while the organisation was asked', async () => {
    await instance().register(southridgeForm);
    const { register } = instance({
      asking: () => handOffs.add(exampleHandOff({ partnerId: 'southridge', state: 'bridged' })),
    });
    const moved = { ...southridgeForm, organisationId: '55555555-5555-4555-8555-555555555555' };
    assert.deepEqual(await codes(register(moved, 'southridge', 1)), ['handoff.partner-busy']);
  });

  it('are kept where the store fails right after: said so, and in force when it can be read', async () => {
    const { register, registry } = instance();
    const { newest, add } = table;
    let broken = false;
    table.add = async (change) => {
      const added = await add(change);
      broken = true;
      return added;
    };
    table.newest = async () => {
      if (broken) throw new ReachbackError('store.unavailable');
      return newest();
    };
    assert.equal(await codes(register(southridgeForm)), 'registered');
    broken = false;
    await registry.refresh();
    assert.equal(registry.all()[0]?.id, 'southridge');
  });

  it('are given no channel of our own people: nobody would see any more what waits for a yes', async () => {
    const { register } = instance();
    const ours = { ...southridgeForm, teamsConversation: '19:ours@thread.tacv2' };
    const became = await register({
      ...ours,
      teamsConversation: 'https://teams.microsoft.com/l/channel/19%3Aours%40thread.tacv2/General?groupId=1',
    });
    assert.ok(became.kind === 'refused');
    assert.deepEqual(
      became.problems.map(({ field }) => field),
      ['teamsConversation'],
    );
    assert.equal(
      await codes(register({ ...ours, teamsConversation: '19:theirs@thread.tacv2' })),
      'registered',
    );
  });

  it('say what is not as it must be', async () => {
    const { register } = instance();
    const became = await register({ ...southridgeForm, organisationId: 'x' });
    assert.ok(became.kind === 'refused');
    assert.deepEqual(became.problems, [
      { field: 'organisationId', code: 'handoff.partner-malformed', wrong: 'is not a GUID' },
    ]);
    assert.deepEqual(table.kept, []);
  });
});
