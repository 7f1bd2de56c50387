import assert from 'node:assert/strict';
import { isCandidatesVerb, pressCandidates } from '../../../../bot/actions/press-candidates.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { ByHand, ByHandRequest } from '../../../../src/journeys/on-request/writing-by-hand.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const ada = { agentId: 'agent-ada', name: 'Ada', email: 'ada@northwind.example', presence: null };
const agent: Person = { name: 'Ada in Teams', email: ada.email, agent: ada, supervisor: false };
const data = { conversationId: 'c-1', nonce: 'list-1', place: 2, candidateText2: ' Hello ' };

describe('a press on the candidates card', () => {
  let asked: ByHandRequest[];
  let request: ByHand['request'];
  beforeEach(() => {
    asked = [];
    request = async (each) => {
      asked.push(each);
      return exampleOutreach({ state: 'approved', customerName: '*Grace*' });
    };
  });

  async function press(verb: string, sent: unknown, by: Person | Error = agent, locale: Locale = 'en') {
    const { log, lines } = recordingLog();
    const journeys = {
      ...fakeJourneys({ ledger: new Map(), agents: [ada], now: () => 0 }),
      byHand: {
        request: (each: ByHandRequest) => request(each),
        search: async () => [],
        candidates: async () => ({
          id: 'list-2',
          at: 0,
          paused: false,
          quietHours: false,
          best: [],
          more: 0,
          leftAlone: {},
        }),
      },
    };
    const answer = await pressCandidates(verb, sent, {
      person: async () => {
        if (by instanceof Error) throw by;
        return by;
      },
      journeys,
      locale,
      log,
    });
    const shown = answer.kind === 'card' ? JSON.stringify(answer.card) : answer.text;
    return { kind: answer.kind, shown, codes: codedLines(lines) };
  }

  it('asks for the message of its own place, once for every press of one list, and shows the list anew', async () => {
    const { kind, shown } = await press('candidate.send', { ...data, candidateText1: 'of another form' });
    assert.equal(kind, 'card');
    assert.match(shown, /Your message to \*Grace\* is in hand/);
    assert.deepEqual(asked, [
      {
        agentId: 'agent-ada',
        conversationId: 'c-1',
        text: ' Hello ',
        by: 'Ada in Teams',
        mayApprove: false,
        eventId: 'by-hand agent-ada c-1 list-1',
      },
    ]);
  });

  it('says that a supervisor is asked', async () => {
    request = async () => exampleOutreach({ state: 'awaiting-approval' });
    assert.match((await press('candidate.send', data)).shown, /A supervisor is asked about your message/);
  });

  it('counts a supervisor’s own word', async () => {
    await press('candidate.send', data, { ...agent, supervisor: true });
    assert.equal(asked[0]?.mayApprove, true);
  });

  it('shows the list anew when asked to', async () => {
    const { kind, shown } = await press('candidates.look-again', {});
    assert.equal(kind, 'card');
    assert.match(shown, /Nobody to write to just now/);
    assert.deepEqual(asked, []);
  });

  it('answers a refusal with meaning, next step, reason, hour and code, and changes nothing', async () => {
    request = () =>
      Promise.reject(
        new ReachbackError('outreach.left-alone', {
          facts: { rule: 'parked', from: '2026-11-22 08:00 Asia/Tokyo' },
        }),
      );
    const { kind, shown, codes } = await press('candidate.send', data);
    assert.equal(kind, 'message');
    assert.match(
      shown,
      /nothing was sent\. .*now\. Reason: an agent has parked.* possible time: .*08:00.*Tokyo\).*outreach\.left-alone/,
    );
    assert.deepEqual(codes, ['outreach.left-alone']);
  });

  const foreign: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['no conversation', { ...data, conversationId: '' }],
    ['no list', { ...data, nonce: undefined }],
    ['a place that is none', { ...data, place: 'constructor' }],
    ['a text that is none', { ...data, candidateText2: { toString: 'x' } }],
    ['an endless id', { ...data, conversationId: 'x'.repeat(101) }],
  ];
  for (const [name, sent] of foreign)
    it(`refuses data that is not ours: ${name}`, async () => {
      const { kind, codes } = await press('candidate.send', sent);
      assert.deepEqual([kind, codes, asked], ['message', ['teams.action-unknown'], []]);
    });

  it('asks with an empty text where Teams sent none: the journey refuses that', async () => {
    await press('candidate.send', { ...data, candidateText2: undefined });
    assert.equal(asked[0]?.text, '');
  });

  it('is nothing for who is no agent, nor for who cannot be looked up', async () => {
    const stranger = await press('candidate.send', data, { ...agent, agent: null });
    assert.deepEqual(stranger.codes, ['teams.person-unknown']);
    const failing = await press('candidates.look-again', {}, new ReachbackError('teams.unreachable'));
    assert.deepEqual(failing.codes, ['teams.unreachable']);
    assert.deepEqual(asked, []);
  });

  it('is known by its verb', () => {
    assert.ok(isCandidatesVerb('candidate.send') && isCandidatesVerb('candidates.look-again'));
    assert.ok(!isCandidatesVerb('outreach.approve') && !isCandidatesVerb('toString'));
  });

  it('is malformed with an id no store could be asked for, and says that other words were first', async () => {
    for (const forged of [
      { ...data, conversationId: 'c\0' },
      { ...data, nonce: 'n\0' },
    ]) {
      const { codes } = await press('candidate.send', forged);
      assert.deepEqual(codes, ['teams.action-unknown']);
    }
    request = async () => {
      throw new ReachbackError('outreach.other-words-first');
    };
    const { kind, shown } = await press('candidate.send', data);
    assert.equal(kind, 'message');
    assert.match(shown, /the ones sent now do not/);
  });
});
