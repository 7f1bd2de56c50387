import assert from 'node:assert/strict';
import type { OutreachPolicy } from '../../../../src/config/config.ts';
import type { Policies, PolicyOutcome, PolicyRequest } from '../../../../src/journeys/policy/policies.ts';
import { createPolicyBook, type PolicyBook } from '../../../../src/journeys/policy/policy-book.ts';
import { memoryPolicyTable } from '../../../support/memory-policy-table.ts';
import { configuredPolicy } from '../../../support/policy-of.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const configured: OutreachPolicy = {
  ...configuredPolicy,
  mode: 'supervisor',
  quietHours: { from: 21 * 60, to: 8 * 60 },
};

describe('the policy book', () => {
  let table: ReturnType<typeof memoryPolicyTable>;
  let book: PolicyBook;
  let lines: string[];
  let at: number;

  beforeEach(() => {
    table = memoryPolicyTable();
    ({ book, lines } = open());
    at = 7_000;
  });

  function open(part: Partial<OutreachPolicy> = {}) {
    const recorded = recordingLog();
    const now = () => at;
    return {
      book: createPolicyBook({ configured: { ...configured, ...part }, table, now, log: recorded.log }),
      lines: recorded.lines,
    };
  }

  async function change(
    asked: PolicyRequest['asked'],
    part: Partial<PolicyRequest> = {},
    on: Policies = book,
  ) {
    const { revision } = await on.standing();
    return on.change({ asked, revision, by: 'Sam', sure: false, ...part });
  }

  const kindOf = async (outcome: Promise<PolicyOutcome>) => (await outcome).kind;

  it('holds what is configured until somebody changes it', async () => {
    assert.deepEqual(await book.inForce(), configured);
    assert.partialDeepStrictEqual(await book.standing(), { revision: 0, lastChange: null, readable: true });
  });

  it('holds a change for the very next decision, with who made it and when', async () => {
    await book.inForce();
    assert.equal(await kindOf(change({ approvalMinutes: ' 30 ', contactAgainAfterHours: '48' })), 'changed');
    assert.equal((await book.inForce()).approvalMs, 30 * 60_000);
    assert.equal((await book.thisMoment()).contactAgainAfterMs, 48 * 60 * 60_000);
    const { revision, lastChange } = await book.standing();
    assert.equal(revision, 1);
    assert.deepEqual(lastChange, {
      at: 7_000,
      by: 'Sam',
      items: [
        { item: 'contactAgainAfterHours', from: '24', to: '48' },
        { item: 'approvalMinutes', from: '10', to: '30' },
      ],
    });
  });

  it('survives a restart, above whatever the environment says by then; what nobody changed follows the environment', async () => {
    await change({ quietHours: '20:00 – 9:00'.replace(' 9', ' 09') });
    const restarted = open({ approvalMs: 60_000, quietHours: null }).book;
    const policy = await restarted.thisMoment();
    assert.deepEqual(policy.quietHours, { from: 20 * 60, to: 9 * 60 });
    assert.equal(policy.approvalMs, 60_000);
  });

  it('asks once more before it goes automatic or makes the night shorter, and does nothing until then', async () => {
    const asked = await change({ mode: 'automatic' });
    assert.partialDeepStrictEqual(asked, { kind: 'sure', loosens: ['automatic'] });
    assert.equal((await book.thisMoment()).mode, 'supervisor');
    assert.equal(await kindOf(change({ mode: 'automatic' }, { sure: true })), 'changed');
    assert.equal((await book.thisMoment()).mode, 'automatic');
    assert.equal(await kindOf(change({ quietHours: '22:00-08:00' })), 'sure');
    assert.equal(await kindOf(change({ quietHours: 'off' })), 'sure');
    assert.equal(await kindOf(change({ quietHours: '20:00-08:00' })), 'changed');
    assert.equal(table.kept.length, 2);
  });

  it('lets the first of two changes win and tells the second who changed what meanwhile', async () => {
    const both = await Promise.all([
      change({ approvalMinutes: '30' }, { by: 'Sam' }),
      change({ contactAgainAfterHours: '48' }, { by: 'Kim' }),
    ]);
    const late = both.find(({ kind }) => kind === 'meanwhile');
    assert.ok(late?.kind === 'meanwhile');
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['changed', 'meanwhile']);
    assert.equal(late.standing.revision, 1);
    assert.deepEqual(
      late.changes.map(({ by, items }) => [by, items?.length]),
      [[table.kept[0]?.who, 1]],
    );
    // An old card, much later.
    await change({ approvalMinutes: '40' });
    const stale = await change({ mode: 'automatic' }, { revision: 0, sure: true });
    assert.ok(stale.kind === 'meanwhile');
    assert.equal(stale.changes.length, 2);
    assert.equal((await book.thisMoment()).mode, 'supervisor');
  });

  it('writes nothing where nothing is otherwise', async () => {
    assert.equal(await kindOf(change({ mode: 'supervisor', approvalMinutes: '10' })), 'unchanged');
    assert.deepEqual(table.kept, []);
  });

  it('keeps what a person set although the environment says the same for now', async () => {
    await change({ mode: 'automatic' }, { sure: true });
    await change({ mode: 'supervisor' });
    assert.equal((await open({ mode: 'automatic' }).book.thisMoment()).mode, 'supervisor');
  });

  it('goes back to what is configured, asking first where that lets something go', async () => {
    await change({ quietHours: '20:00-09:00', text: 'Good day, {agent} here.' });
    assert.equal(await kindOf(change('configured')), 'sure');
    assert.equal(await kindOf(change('configured', { sure: true })), 'changed');
    assert.deepEqual(await book.thisMoment(), configured);
    assert.equal((await book.standing()).revision, 2);
  });

  const refusals: [PolicyRequest['asked'], string][] = [
    [{ mode: 'off' }, 'policy.mode-unknown'],
    [{ quietHours: '9pm' }, 'policy.quiet-hours-malformed'],
    [{ timeZone: 'Berlin' }, 'policy.time-zone-unknown'],
    [{ contactAgainAfterHours: '0' }, 'policy.hours-out-of-range'],
    [{ approvalMinutes: '' }, 'policy.minutes-out-of-range'],
    [{ cobrowseControl: 'perhaps' }, 'policy.cobrowse-malformed'],
    [{ text: '{name}' }, 'policy.text-malformed'],
  ];
  for (const [asked, code] of refusals) {
    it(`refuses a wrong value by ${code}, changing nothing`, async () => {
      await assert.rejects(change({ approvalMinutes: '30', ...Object(asked) }), { code });
      assert.deepEqual(table.kept, []);
    });
  }

  it('logs who changed what, from and to, but no text', async () => {
    await change({ approvalMinutes: '30', text: 'Secret words, {agent}' });
    const told = lines.join('');
    assert.match(told, /"by":"Sam".*"item":"approvalMinutes","from":"10","to":"30".*the policy was changed/);
    assert.doesNotMatch(told, /Secret words|Hello/);
    assert.match(table.kept[0]?.value ?? '', /Secret words/);
  });

  for (const [what, value] of [
    ['no JSON', '{'],
    ['another version’s', '{"version":2,"set":{},"changes":[]}'],
    ['a value nobody understands', '{"version":1,"set":{"timeZone":"Atlantis"},"changes":[]}'],
    ['an item of a newer version', '{"version":1,"set":{"dailyCap":"3"},"changes":[]}'],
  ] as const) {
    it(`is the stricter where the row is ${what}, and says so by code, once`, async () => {
      table.kept.push({ revision: 4, at: 1, who: 'Sam', value });
      const { book: automatic, lines: told } = open({ mode: 'automatic', approvalMs: 60_000 });
      for (let reads = 0; reads < 3; reads += 1) {
        at += 1_000;
        assert.deepEqual(await automatic.inForce(), { ...configured, approvalMs: 60_000 });
      }
      assert.equal(told.filter((line) => line.includes('policy.row-invalid')).length, 1);
      const { readable, lastChange } = await automatic.standing();
      assert.equal(readable, false);
      assert.deepEqual(lastChange, { at: 1, by: 'Sam', items: null });
      // Somebody changes something else: that must not bring automatic mode back by itself.
      assert.equal(await kindOf(change({ approvalMinutes: '30' }, {}, automatic)), 'changed');
      assert.equal((await automatic.thisMoment()).mode, 'supervisor');
      assert.equal((await automatic.standing()).readable, true);
      assert.equal(await kindOf(change('configured', {}, automatic)), 'sure');
    });
  }

  for (const [what, unread] of [
    ['a value nobody understands any more', { timeZone: 'PST' }],
    ['an item of a newer version', { dailyCap: '3' }],
  ] as const)
    it(`keeps the night that supervisors set where ${what} stands beside it`, async () => {
      const set = { quietHours: '18:00-10:00', mode: 'automatic', ...unread };
      const value = JSON.stringify({ version: 1, set, changes: [] });
      table.kept.push({ revision: 4, at: 1, who: 'Sam', value });
      const { book: automatic } = open({ mode: 'automatic', quietHours: null });
      const night = { from: 18 * 60, to: 10 * 60 };
      assert.deepEqual(await automatic.thisMoment(), {
        ...configured,
        mode: 'supervisor',
        quietHours: night,
      });
      assert.equal((await automatic.standing()).readable, false);
      assert.equal(await kindOf(change({ approvalMinutes: '30' }, {}, automatic)), 'changed');
      const { policy, readable } = await automatic.standing();
      assert.deepEqual([policy.quietHours, policy.mode, readable], [night, 'supervisor', true]);
    });

  it('shares what was read among the proposals of one burst, and reads anew for a send', async () => {
    let reads = 0;
    const { latest } = table;
    table.latest = (limit) => {
      reads += 1;
      return latest(limit);
    };
    await Promise.all([book.inForce(), book.inForce()]);
    at += 200;
    await book.inForce();
    assert.equal(reads, 1);
    await book.thisMoment();
    assert.equal(reads, 2);
    // Another process changed it.
    await open().book.change({ asked: { approvalMinutes: '30' }, revision: 0, by: 'Kim', sure: false });
    assert.equal((await book.thisMoment()).approvalMs, 30 * 60_000);
    at += 250;
    assert.equal((await book.inForce()).approvalMs, 30 * 60_000);
  });

  it('throws what the store throws, and asks it again the next time', async () => {
    const { latest } = table;
    table.latest = () => Promise.reject(new Error('down'));
    await assert.rejects(book.inForce(), /down/);
    table.latest = latest;
    assert.deepEqual(await book.inForce(), configured);
  });
});
