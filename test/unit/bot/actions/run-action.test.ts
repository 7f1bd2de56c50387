import assert from 'node:assert/strict';
import { runAction } from '../../../../bot/actions/run-action.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { FollowUpRequest, FollowUps } from '../../../../src/journeys/journeys.ts';
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
  let request: FollowUps['request'];
  beforeEach(() => {
    request = () => Promise.reject(new ReachbackError('outreach.customer-busy'));
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
      pressId: 'chat press-1',
      timeZone: 'Europe/Paris',
      decisions: fakeJourneys({ ledger, agents: [], now: () => 7 }).decisions,
      followUps: { request: (asked) => request(asked) },
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
    assert.match(late.shown, /state-declined.*Sam declined this before; the press of Kim changed nothing/);
    assert.match(late.shown, /Declined by Sam/);
    assert.match((await press('outreach.approve', data)).shown, /Sam had decided this already/);
    assert.deepEqual(late.codes, []);
    assert.equal(ledger.get(id)?.state, 'declined');
  });

  it('keep the reason of a no, and the words beside it', async () => {
    const form = { ...data, declineReason: 'bad-moment', declineNote: ' at\u0000 lunch\u001b ' };
    assert.match((await press('outreach.decline', form)).shown, /Not the right moment.*at lunch/);
    assert.partialDeepStrictEqual(ledger.get(id), { declineReason: 'bad-moment', declineNote: 'at lunch' });
  });

  it('keep the words of a no for which no reason was chosen', async () => {
    await press('outreach.decline', { ...data, declineReason: '', declineNote: 'at lunch' });
    assert.partialDeepStrictEqual(ledger.get(id), { declineReason: null, declineNote: 'at lunch' });
  });

  it('send the text as it was changed', async () => {
    await press('outreach.edit-and-approve', { ...data, approvedText: 'Good day' });
    assert.partialDeepStrictEqual(ledger.get(id), { state: 'approved', text: 'Good day', decidedBy: 'Sam' });
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

  it('ask for a follow-up as the form was filled, own words for the hour before the chosen one, and say when it leaves', async () => {
    const asked: FollowUpRequest[] = [];
    const sendAt = Date.parse('2026-11-22T08:00:00Z');
    request = async (each) => {
      asked.push(each);
      const outreach = exampleOutreach({ kind: 'follow-up', state: 'approved', sendAt });
      return { outreach, timeZone: 'Europe/Berlin', shift: null };
    };
    const form = {
      ...data,
      followUpText: 'Hello again',
      followUpWhen: 'now',
      followUpWords: 'tomorrow 9:00',
    };
    const answer = await press('outreach.follow-up', form);
    assert.equal(answer.kind, 'message');
    assert.match(answer.shown, /will be sent on Sun, Nov 22, 2026, 09:00 \(Europe\/Berlin\)/);
    await press('outreach.follow-up', { ...data, followUpText: 'Hello again', followUpWhen: 'in 1 hour' });
    assert.deepEqual(asked, [
      {
        outreachId: id,
        by: 'Sam',
        agentId: null,
        text: 'Hello again',
        when: 'tomorrow 9:00',
        timeZone: 'Europe/Paris',
        eventId: 'chat press-1',
        mayApprove: true,
      },
      { ...asked[0], when: 'in 1 hour' },
    ]);
  });

  it('say what a change of the clocks did to the hour, and that a supervisor is asked', async () => {
    const sendAt = Date.parse('2027-03-28T01:00:00Z');
    request = async () => ({
      outreach: exampleOutreach({ kind: 'follow-up', state: 'awaiting-approval', sendAt }),
      timeZone: 'Europe/Berlin',
      shift: 'gap',
    });
    const { shown } = await press('outreach.follow-up', { ...data, followUpWords: 'tomorrow 2:30' });
    assert.match(
      shown,
      /after a yes it will be sent on Sun, Mar 28, 2027, 03:00 \(Europe\/Berlin\).*clocks go forward/,
    );
  });

  it('say with a refused hour which one can be', async () => {
    request = () =>
      Promise.reject(
        new ReachbackError('outreach.follow-up-quiet-hours', {
          facts: { from: '2026-11-22 08:00 Europe/Berlin' },
        }),
      );
    const { kind, shown, codes } = await press('outreach.follow-up', { ...data, followUpText: 'Hello' });
    assert.equal(kind, 'message');
    assert.match(shown, /earliest possible time: Sun, Nov 22, 2026, 08:00 \(Europe\/Berlin\)/);
    assert.deepEqual(codes, ['outreach.follow-up-quiet-hours']);
  });

  const refusals: [string, () => ReturnType<typeof press>, string][] = [
    [
      'a note of 201 characters',
      () => press('outreach.decline', { ...data, declineReason: 'bad-moment', declineNote: 'é'.repeat(201) }),
      'outreach.note-too-long',
    ],
    [
      'a reason that is not on the card',
      () => press('outreach.decline', { ...data, declineReason: 'because' }),
      'teams.action-unknown',
    ],
    [
      'a text that is none',
      () => press('outreach.edit-and-approve', { ...data, approvedText: 5 }),
      'teams.action-unknown',
    ],
    [
      'a span that is not on the card',
      () => press('outreach.snooze', { ...data, minutes: 600 }),
      'teams.action-unknown',
    ],
    [
      'a snooze that leaves no time to decide',
      () => press('outreach.snooze', { ...data, minutes: 60 }),
      'outreach.snooze-too-late',
    ],
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
