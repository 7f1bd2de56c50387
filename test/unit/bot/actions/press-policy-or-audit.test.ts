import assert from 'node:assert/strict';
import { isPolicyOrAuditVerb, pressPolicyOrAudit } from '../../../../bot/actions/press-policy-or-audit.ts';
import { audit } from '../../../../bot/commands/audit.ts';
import { policy } from '../../../../bot/commands/policy.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createPolicyBook, type PolicyBook } from '../../../../src/journeys/policy/policy-book.ts';
import { createAudits } from '../../../../src/journeys/views/audit-trail.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { memoryPolicyTable } from '../../../support/memory-policy-table.ts';
import { configuredPolicy } from '../../../support/policy-of.ts';
import { recordingLog, silentLog } from '../../../support/silent-log.ts';

const sam: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const kim: Person = { ...sam, name: 'Kim' };
const agent: Person = {
  name: 'Ada',
  email: 'ada@northwind.example',
  agent: { agentId: 'ada', name: 'Ada', presence: null },
  supervisor: false,
};
const stranger: Person = { ...agent, name: 'Eve', agent: null };

describe('policy and audit trail in Teams', () => {
  let table: ReturnType<typeof memoryPolicyTable>;
  let book: PolicyBook;
  let outreach: Outreach;

  beforeEach(() => {
    table = memoryPolicyTable();
    const configured = { ...configuredPolicy, mode: 'supervisor' as const };
    book = createPolicyBook({ configured, table, now: () => 7_000, log: silentLog });
    outreach = exampleOutreach({ customerName: 'Grace Hopper', state: 'delivered' });
  });

  const journeys = () => ({
    ...fakeJourneys({ ledger: new Map(), agents: [], now: () => 7 }),
    policies: book,
    audits: createAudits({
      outreaches: {
        get: async (id) => (id === outreach.id ? outreach : null),
        latest: async () => [outreach],
        audit: async () => [{ at: 1, who: 'Sam', why: 'approved', from: null, to: 'approved' }],
      },
      audits: {
        customersNamed: async (name) =>
          name === 'Grace'
            ? { customers: [{ customerKey: outreach.customerKey, customerName: 'Grace' }], total: 1 }
            : { customers: [], total: 0 },
        ofCustomer: async () => ({ outreaches: [outreach], total: 1 }),
      },
    }),
  });

  async function press(verb: string, data: unknown, by: Person | Error = sam, firstTime = true) {
    const { log, lines } = recordingLog();
    const answer = await pressPolicyOrAudit(verb, data, {
      person: async () => {
        if (by instanceof Error) throw by;
        return by;
      },
      firstTime: async () => firstTime,
      locale: 'en',
      journeys: journeys(),
      log,
    });
    return { kind: answer.kind, shown: JSON.stringify(answer), codes: codedLines(lines), lines };
  }

  async function say(command: 'policy' | 'audit', rest: string, by: Person) {
    const context = { rest, locale: 'en', journeys: journeys(), person: async () => by } as const;
    const { card } = await (command === 'policy' ? policy(context) : audit(context));
    return JSON.stringify(card);
  }

  const change = (form: object, policyRevision: number | string = 0) => ({ ...form, policyRevision });
  const mode = (policyMode: string) => ({ policyForm: 'mode', policyMode });
  const limits = (policyHours: string, policyMinutes: string) => ({
    policyForm: 'limits',
    policyHours,
    policyMinutes,
  });

  it('show the policy to agents without a form and to supervisors with forms', async () => {
    assert.doesNotMatch(await say('policy', '', agent), /Action\./);
    assert.match(await say('policy', '', sam), /policy-mode-save/);
    await assert.rejects(say('policy', '', stranger), { code: 'teams.person-unknown' });
  });

  it('change what one form holds, at the first press, and show it in place of the card', async () => {
    const pressed = await press(
      'policy.change',
      change({ ...limits('48', '30'), policyText: 'not of this form' }),
    );
    assert.equal(pressed.kind, 'card');
    assert.match(pressed.shown, /policy-said-changed/);
    const { approvalMs, contactAgainAfterMs, text } = await book.thisMoment();
    assert.deepEqual(
      [approvalMs, contactAgainAfterMs, text],
      [1_800_000, 172_800_000, configuredPolicy.text],
    );
    assert.equal((await book.standing()).lastChange?.by, 'Sam');
  });

  it('go automatic at the second yes only, by a button that brings the wish along', async () => {
    const asked = await press('policy.change', change(mode('automatic')));
    assert.match(asked.shown, /From now on messages go out without approval\. Sure\?/);
    assert.match(asked.shown, /"policyMode":"automatic",.*"policyRevision":0,"policySure":"yes"/);
    assert.equal((await book.thisMoment()).mode, 'supervisor');
    await press('policy.change', { ...change(mode('automatic')), policySure: 'yes' });
    assert.equal((await book.thisMoment()).mode, 'automatic');
  });

  it('ask twice where quiet hours go by another clock, saying which', async () => {
    const form = { policyForm: 'quiet', policyQuietHours: '21:00-08:00', policyTimeZone: 'UTC' };
    await press('policy.change', change(form));
    const asked = await press('policy.change', change({ ...form, policyTimeZone: 'Asia/Tokyo' }, 1));
    assert.match(asked.shown, /hours that were quiet until now\. Sure\?.*Time zone: UTC.* → Asia\/Tokyo/);
    assert.equal((await book.thisMoment()).timeZone, 'UTC');
  });

  it('tell the second of two supervisors who was first, and change nothing', async () => {
    await press('policy.change', change(limits('48', '30')), kim);
    const late = await press('policy.change', change(limits('72', '10')));
    assert.match(late.shown, /policy-said-meanwhile.*Kim/);
    assert.match(late.shown, /"policyRevision":1/);
    assert.equal(table.kept.length, 1);
  });

  it('count once: the same press again shows the policy as it stands', async () => {
    await press('policy.change', change(limits('48', '30')));
    const again = await press('policy.change', change(limits('48', '30')), sam, false);
    assert.equal(again.kind, 'card');
    assert.doesNotMatch(again.shown, /policy-said/);
    assert.equal(table.kept.length, 1);
  });

  it('go back to what is configured', async () => {
    await press('policy.change', change(limits('48', '30')));
    const asked = await press('policy.reset', { policyRevision: 1 });
    assert.match(asked.shown, /written to again sooner than until now.*48 hours.*24 hours/);
    const sure = { policyRevision: 1, policySure: 'yes' };
    assert.match((await press('policy.reset', sure)).shown, /policy-said-changed/);
    assert.equal((await book.thisMoment()).approvalMs, configuredPolicy.approvalMs);
    assert.match((await press('policy.show', {}, agent)).shown, /24 hours/);
  });

  it('show the trail of an outreach, what went to a customer, and the changes of the policy', async () => {
    assert.match(await say('audit', outreach.id, sam), /"audit-delivered".*Sam · approved/);
    assert.match(await say('audit', ' “” ', sam), /"audit-latest".*Grace Hopper · Reached the browser/);
    assert.match(await say('audit', '“Grace”', sam), /audit-customer-trail.*audit\.trail/);
    assert.match(await say('audit', 'Policy', sam), /everything is as configured/);
    await press('policy.change', change(limits('48', '30')));
    assert.match(await say('audit', 'policy', sam), /Sam.*Lapses after 10 minutes → Lapses after 30 minutes/);
    const data = { auditOf: outreach.id };
    assert.match((await press('audit.trail', data)).shown, /"audit-delivered"/);
    assert.match((await press('audit.customer', data)).shown, /audit-customer-trail/);
  });

  it('answer a question for a trail that cannot be found by code', async () => {
    await assert.rejects(say('audit', 'Nobody', sam), { code: 'audit.not-found' });
    for (const by of [agent, stranger])
      await assert.rejects(say('audit', 'Grace', by), { code: 'audit.supervisors-only' });
  });

  it('know their own buttons', () => {
    assert.deepEqual(['policy.change', 'audit.trail', 'outreach.approve'].map(isPolicyOrAuditVerb), [
      true,
      true,
      false,
    ]);
  });

  const sure = { ...change(mode('automatic')), policySure: 'yes' };
  const refusals: [string, () => ReturnType<typeof press>, string][] = [
    ['an agent', () => press('policy.change', sure, agent), 'policy.supervisors-only'],
    ['a stranger', () => press('policy.reset', sure, stranger), 'policy.supervisors-only'],
    ['a guest', () => press('policy.change', sure, new ReachbackError('teams.guest')), 'teams.guest'],
    ['a stranger who only looks', () => press('policy.show', {}, stranger), 'teams.person-unknown'],
    ['an agent', () => press('audit.trail', { auditOf: 'x' }, agent), 'audit.supervisors-only'],
    ['an agent', () => press('audit.customer', { auditOf: 'x' }, agent), 'audit.supervisors-only'],
    ['another outreach', () => press('audit.trail', { auditOf: 'x' }), 'audit.not-found'],
    ['data that is not ours', () => press('audit.trail', { auditOf: 5 }), 'teams.action-unknown'],
    ['an unknown form', () => press('policy.change', change({ policyForm: 'x' })), 'teams.action-unknown'],
    ['no revision', () => press('policy.change', change(mode('automatic'), 'x')), 'teams.action-unknown'],
    ['a mode there is not', () => press('policy.change', change(mode('off'))), 'policy.mode-unknown'],
    [
      'empty inputs',
      () => press('policy.change', change({ policyForm: 'quiet' })),
      'policy.quiet-hours-malformed',
    ],
    [
      'a zone there is not',
      () =>
        press('policy.change', change({ policyForm: 'quiet', policyQuietHours: 'off', policyTimeZone: 'X' })),
      'policy.time-zone-unknown',
    ],
    [
      'too many hours',
      () => press('policy.change', change(limits('9999', '10'))),
      'policy.hours-out-of-range',
    ],
    ['no minutes', () => press('policy.change', change(limits('24', ' '))), 'policy.minutes-out-of-range'],
    [
      '10,000 characters',
      () => press('policy.change', change({ policyForm: 'text', policyText: '<b>'.repeat(3_334) })),
      'policy.text-malformed',
    ],
  ];
  for (const [what, run, code] of refusals) {
    it(`refuse ${what} by ${code} with what to do next, logged, changing nothing`, async () => {
      const { kind, shown, codes } = await run();
      assert.equal(kind, 'message');
      assert.ok(shown.includes(`code ${code}`), shown);
      assert.deepEqual(codes, [code]);
      assert.deepEqual(table.kept, []);
      assert.equal((await book.thisMoment()).mode, 'supervisor');
    });
  }

  it('keep what was typed out of the log', async () => {
    const typed = '{secret words of a supervisor';
    const { lines } = await press('policy.change', change({ policyForm: 'text', policyText: typed }));
    assert.doesNotMatch(lines.join(''), /secret words/);
  });
});
