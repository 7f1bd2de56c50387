import assert from 'node:assert/strict';
import { customerKey } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';
import { ada, bo, byHandGround, now, visit } from './by-hand-ground.ts';

const minute = 60_000;

describe('candidates', () => {
  const store = storeOfEachTest();

  it('are listed best first with why, and a text to begin with, without asking the platform', async () => {
    const latest = visit({ lastActivityAt: now - minute, endedBy: 'customer' });
    const served = visit({ lastAgentId: ada.id, customerName: null });
    const gaveUp = visit({ abandoned: true });
    await store().sessions.upsert([latest, served, gaveUp]);
    const { byHand, looked } = byHandGround(store());
    const { best, more, leftAlone, paused, quietHours, at } = await byHand.candidates(ada.id);
    assert.deepEqual(
      best.map(({ conversationId, rank, draft, endedBy, queueName }) => [
        conversationId,
        rank.near,
        rank.abandoned,
        endedBy,
        queueName,
        draft,
      ]),
      [
        [
          served.conversationId,
          'served-by-agent',
          false,
          'agent',
          'Support',
          'Hello none, this is Ada Lovelace of Support.',
        ],
        [
          gaveUp.conversationId,
          'queue-of-agent',
          true,
          'agent',
          'Support',
          'Hello Grace Hopper, this is Ada Lovelace of Support.',
        ],
        [
          latest.conversationId,
          'queue-of-agent',
          false,
          'customer',
          'Support',
          'Hello Grace Hopper, this is Ada Lovelace of Support.',
        ],
      ],
    );
    assert.deepEqual(
      { more, leftAlone, paused, quietHours, at, looked },
      {
        more: 0,
        leftAlone: {},
        paused: false,
        quietHours: false,
        at: now,
        looked: [],
      },
    );
  });

  it('are five at most with how many more, and how many are left alone by reason', async () => {
    const free = Array.from({ length: 7 }, () => visit());
    const talking = [visit({ endedAt: null, attended: true }), visit({ endedAt: null, attended: true })];
    const stopped = visit();
    await store().sessions.upsert([...free, ...talking, stopped]);
    await store().optOuts.add([customerKey(stopped)], now);
    const list = await byHandGround(store()).byHand.candidates(ada.id);
    assert.equal(list.best.length, 5);
    assert.equal(list.more, 2);
    assert.deepEqual(list.leftAlone, { 'opted-out': 1, 'connected-now': 2 });
  });

  it('are nobody while outreach is paused, and it is said when it is night', async () => {
    await store().sessions.upsert([visit()]);
    const ground = byHandGround(store(), {
      paused: true,
      policy: { quietHours: { from: 13 * 60, to: 15 * 60 } },
    });
    const list = await ground.byHand.candidates(ada.id);
    assert.deepEqual([list.best, list.more, list.leftAlone], [[], 0, {}]);
    assert.ok(list.paused && list.quietHours);
  });

  it('are another list each time, and nobody’s who is not watched', async () => {
    const { byHand } = byHandGround(store());
    const [one, other] = [await byHand.candidates(ada.id), await byHand.candidates(ada.id)];
    assert.notEqual(one.id, other.id);
    await assert.rejects(byHand.candidates('nobody'), { code: 'teams.person-unknown' });
    await assert.rejects(byHand.search('nobody', ''), { code: 'teams.person-unknown' });
  });

  it('are found by name, whatever case and accents, latest first, each with why not', async () => {
    const zoe = visit({ customerName: 'Zoë Ångström', lastActivityAt: now - 3 * minute });
    const other = visit({ customerName: 'Zoe Miller', lastActivityAt: now - minute });
    const busy = visit({ customerName: 'zoe', lastActivityAt: now - 2 * minute });
    const { channelId, guestId, externalContactId } = busy;
    await store().sessions.upsert([zoe, other, busy, visit({ customerName: null }), visit()]);
    await store().outreaches.insert(
      exampleOutreach({
        state: 'awaiting-approval',
        channelId,
        guestId,
        externalContactId,
        customerKey: customerKey(busy),
      }),
      [{ at: 1, who: 'test', why: 'test', from: null, to: 'awaiting-approval' }],
    );
    const { byHand, looked } = byHandGround(store());
    const found = async (words: string, agentId: string | null = ada.id) =>
      (await byHand.search(agentId, words)).map(({ customerName, leftAlone }) => [customerName, leftAlone]);
    assert.deepEqual(await found(' ZOE '), [
      ['Zoe Miller', null],
      ['zoe', 'open-outreach'],
      ['Zoë Ångström', null],
    ]);
    assert.deepEqual(await found('angst zoe'), [['Zoë Ångström', null]]);
    assert.equal((await found('')).length, 5);
    assert.deepEqual(looked, []);
    const [first] = await byHand.search(ada.id, 'miller');
    assert.equal(first?.draft, 'Hello Zoe Miller, this is Ada Lovelace of Support.');
  });

  it('are judged as if any agent asked where nobody is named', async () => {
    await store().sessions.upsert([visit()]);
    const { byHand } = byHandGround(store());
    const [forBo] = await byHand.search(bo.id, '');
    assert.equal(forBo?.leftAlone, 'agent-not-on-channel');
    const [forAny] = await byHand.search(null, '');
    assert.equal(forAny?.leftAlone, null);
    assert.equal(forAny?.draft, null);
  });
});
