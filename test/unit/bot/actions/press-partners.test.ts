import assert from 'node:assert/strict';
import { isPartnersVerb, pressPartners } from '../../../../bot/actions/press-partners.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { emptyPartnerForm } from '../../../../src/journeys/hand-off/registering/partner-form.ts';
import type { PartnerRegistrations } from '../../../../src/journeys/hand-off/registering/registering.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const sam: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const secret = 'Hunter2-is-no-name';

describe('a press on a card of partners', () => {
  let wishes: Parameters<PartnerRegistrations['register']>[0][];
  beforeEach(() => {
    wishes = [];
  });

  async function press(verb: string, data: unknown, person: Person = sam, firstTime = true) {
    const { log, lines } = recordingLog();
    const { partners } = fakeJourneys({ ledger: new Map(), agents: [], now: () => 0 });
    const answer = await pressPartners(verb, data, {
      person: async () => person,
      firstTime: async () => firstTime,
      partners: {
        ...partners,
        async register(wish) {
          wishes.push(wish);
          return {
            kind: 'refused',
            problems: [{ field: 'clientSecret', code: 'handoff.partner-secret-typed', wrong: null }],
            seen: { of: null, revision: 0, values: emptyPartnerForm },
          };
        },
      },
      conversationId: '19:ours@thread.tacv2',
      locale: 'en',
      log,
    });
    return { said: JSON.stringify(answer), logged: JSON.stringify(lines) };
  }

  it('hands on what was typed, and neither shows nor logs a secret', async () => {
    const data = { partnerRevision: '0', partnerClientSecret: secret, partnerName: null, more: 7 };
    const { said, logged } = await press('partners.save', data);
    assert.equal(wishes[0]?.form.clientSecret, secret);
    assert.equal(wishes[0]?.form.name, '');
    assert.equal(wishes[0]?.at, '19:ours@thread.tacv2');
    assert.match(said, /handoff\.partner-secret-typed/);
    assert.ok(!`${said}${logged}`.includes(secret));
  });

  it('counts once', async () => {
    const { said } = await press('partners.save', { partnerRevision: 0 }, sam, false);
    assert.match(said, /counted already/);
    assert.deepEqual(wishes, []);
  });

  it('is for supervisors, and takes nothing a forged button holds', async () => {
    const agent = { ...sam, supervisor: false };
    for (const verb of ['register', 'change', 'save', 'out', 'leave'])
      assert.match((await press(`partners.${verb}`, {}, agent)).said, /handoff\.supervisors-only/);
    for (const data of [
      null,
      7,
      [],
      {},
      { partnerRevision: -1 },
      { partnerRevision: 0, partnerOf: 'a\u0000b' },
    ]) {
      assert.match((await press('partners.save', data)).said, /teams\.action-unknown/);
      assert.match((await press('partners.out', data)).said, /teams\.action-unknown/);
    }
    assert.match((await press('partners.out', { partnerChosen: 'x' })).said, /handoff\.partner-unknown/);
    assert.deepEqual(wishes, []);
    assert.ok(!isPartnersVerb('partners.other'));
  });
});
