import assert from 'node:assert/strict';
import { runAction } from '../../../../bot/actions/run-action.ts';
import type { Person } from '../../../../bot/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const supervisor: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const id = 'outreach-1';
const data = { outreachId: id };

describe('card buttons', () => {
  let ledger: Map<string, Outreach>;
  beforeEach(() => {
    ledger = new Map([[id, exampleOutreach({ id, state: 'awaiting-approval', version: 2 })]]);
  });

  async function press(verb: string, sent: unknown, by: Person | Error = supervisor, firstTime = true) {
    const { log, lines } = recordingLog();
    const answer = await runAction(verb, sent, {
      person: async () => {
        if (by instanceof Error) throw by;
        return by;
      },
      firstTime: async () => firstTime,
      decisions: fakeJourneys({ ledger, agents: [], now: () => 7 }).decisions,
      outreaches: { get: async (outreachId) => ledger.get(outreachId) ?? null },
      locale: 'en',
      log,
    });
    return { ...answer, shown: JSON.stringify(answer), codes: codedLines(lines) };
  }

  it('write who decided', async () => {
    assert.match((await press('outreach.decline', data)).shown, /state-declined/);
    assert.partialDeepStrictEqual(ledger.get(id), { state: 'declined', decidedBy: 'Sam', decidedAt: 7 });
  });

  it('come too late when somebody else decided, and show who did', async () => {
    await press('outreach.decline', data);
    const late = await press('outreach.approve', data, { ...supervisor, name: 'Kim' });
    assert.match(late.shown, /state-declined.*Declined by Sam/);
    assert.deepEqual(late.codes, []);
    assert.equal(ledger.get(id)?.state, 'declined');
  });

  it('count once: the same press again shows the card as it stands', async () => {
    assert.match((await press('outreach.approve', data, supervisor, false)).shown, /state-awaiting-approval/);
    assert.equal(ledger.get(id)?.state, 'awaiting-approval');
  });

  it('ask of an agent about their own outreach only, and never for a yes', async () => {
    const own = await ledger.get(id);
    const agent = (agentId: string): Person => ({
      ...supervisor,
      supervisor: false,
      agent: { agentId, name: 'Ada', presence: null },
    });
    ledger.set(id, exampleOutreach({ ...own, state: 'asked' }));
    const mine = agent(own?.agentId ?? '');
    assert.match(
      (await press('outreach.did-not-arrive', data, agent('bob'))).shown,
      /teams\.not-a-supervisor/,
    );
    assert.match((await press('outreach.approve', data, mine)).shown, /teams\.not-a-supervisor/);
    assert.equal(ledger.get(id)?.state, 'asked');
    assert.match((await press('outreach.did-not-arrive', data, mine)).shown, /state-failed/);
  });

  const refusals: [string, () => ReturnType<typeof press>, string][] = [
    ['an unknown button', () => press('outreach.explode', data), 'teams.action-unknown'],
    ['data that is not ours', () => press('outreach.approve', { outreachId: 5 }), 'teams.action-unknown'],
    ['an unknown outreach', () => press('outreach.approve', { outreachId: 'gone' }), 'outreach.not-found'],
    [
      'an unknown outreach, pressed twice',
      () => press('outreach.approve', { outreachId: 'gone' }, supervisor, false),
      'outreach.not-found',
    ],
    [
      'somebody who is no supervisor',
      () => press('outreach.approve', data, { ...supervisor, supervisor: false }),
      'teams.not-a-supervisor',
    ],
    [
      'somebody who cannot be looked up just now',
      () => press('outreach.approve', data, new ReachbackError('teams.unreachable')),
      'teams.unreachable',
    ],
    ['a bug', () => press('outreach.approve', data, new TypeError('oops')), 'teams.action-failed'],
  ];
  for (const [what, run, code] of refusals) {
    it(`refuse ${what} with a message, changing nothing`, async () => {
      const answer = await run();
      assert.equal(answer.kind, 'message');
      assert.match(answer.shown, new RegExp(code.replace('.', '\\.')));
      assert.deepEqual(answer.codes, [code]);
      assert.equal(ledger.get(id)?.state, 'awaiting-approval');
    });
  }
});
