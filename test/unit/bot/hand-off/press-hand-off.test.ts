import assert from 'node:assert/strict';
import { pressHandOff } from '../../../../bot/actions/press-hand-off.ts';
import { handOffPlaces } from '../../../../bot/hand-off/hand-off-places.ts';
import { withoutPartnerChannels } from '../../../../bot/hand-off/partner-channels.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { exampleHandOff } from '../../../support/example-hand-off.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { exampleReference } from '../../../support/example-reference.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { silentLog } from '../../../support/silent-log.ts';

describe('a press on a card of a hand-off', () => {
  const outreach = exampleOutreach({ state: 'replied' });
  const { handOffs } = fakeJourneys({ ledger: new Map(), agents: [], now: () => 0 });
  const parts = {
    person: async (): Promise<Person> => ({
      name: 'Ada',
      email: null,
      agent: { agentId: outreach.agentId, name: 'Ada', presence: null },
      supervisor: false,
    }),
    pressId: 'press',
    handOffs,
    outreaches: { get: async (id: string) => (id === outreach.id ? outreach : null) },
    locale: 'en' as const,
    log: silentLog,
  };
  const filled = { handOffOf: outreach.id, handOffTo: 'southridge/Claims', handOffReason: 'other' };

  async function says(verb: string, data: unknown, more: Partial<typeof parts> = {}): Promise<string> {
    const answer = await pressHandOff(verb, data, { ...parts, ...more });
    return answer.kind === 'message' ? answer.text : JSON.stringify(answer.card);
  }

  it('says where nothing is set up, and what is not there any more', async () => {
    assert.match(await says('hand-off.begin', filled), /handoff\.not-set-up/);
    assert.match(await says('hand-off.end', { handOffId: 'x' }), /handoff\.not-found/);
    assert.match(await says('hand-off.begin', { ...filled, handOffOf: 'nobody' }), /outreach\.not-found/);
  });

  it('takes nothing a forged button holds', async () => {
    for (const data of [null, 7, {}, { handOffOf: '' }, { handOffOf: 'a\u0000b' }])
      assert.match(await says('hand-off.begin', data), /teams\.action-unknown/);
    const stranger = async () => ({ ...(await parts.person()), agent: null });
    assert.match(await says('hand-off.begin', filled, { person: stranger }), /teams\.person-unknown/);
    const other = async () => ({
      ...(await parts.person()),
      agent: { agentId: 'another', name: 'Bo', presence: null },
    });
    assert.match(await says('hand-off.begin', filled, { person: other }), /reply\.not-yours/);
  });
});

describe('where the cards of a hand-off go', () => {
  const chat = exampleReference({ conversationId: 'a:ada', kind: 'personal' });
  const channel = exampleReference({ conversationId: '19:ours', kind: 'channel' });
  const theirs = exampleReference({ conversationId: '19:theirs', kind: 'channel' });
  const { agentId } = exampleHandOff();
  const installed = [
    { reference: chat, agentId },
    { reference: exampleReference({ conversationId: 'a:bo', kind: 'personal' }), agentId: 'bo' },
    { reference: channel, agentId: null },
  ];
  const placesOf = (there: typeof installed, ofPartner: string | null) =>
    handOffPlaces({ agentId }, there, {
      ofPartner,
      ofAnyPartner: new Set(['19:theirs', '19:others']),
    }).map(({ reference, side }) => [reference.conversationId, side]);

  it('is the agent’s own chat, our channels, and the channel of this partner alone', () => {
    assert.deepEqual(placesOf(installed, '19:theirs'), [
      ['a:ada', 'ours'],
      ['19:ours', 'ours'],
      ['19:theirs', 'partner'],
    ]);
    const met = [
      ...installed,
      { reference: theirs, agentId: null },
      { reference: exampleReference({ conversationId: '19:others', kind: 'channel' }), agentId: null },
    ];
    assert.deepEqual(placesOf(met, '19:theirs'), placesOf(installed, '19:theirs'));
    assert.deepEqual(placesOf(installed, null), placesOf(installed, '19:theirs').slice(0, 2));
    assert.deepEqual(placesOf([], '19:theirs'), []);
  });

  it('is nowhere else: a partner’s channel is no place for outreach and questions', async () => {
    const table = { installed: async () => [chat, channel, theirs] };
    const ours = withoutPartnerChannels(table, { all: () => new Set(['19:theirs']) });
    assert.deepEqual(await ours.installed(), [chat, channel]);
  });
});
