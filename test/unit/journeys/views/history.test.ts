import assert from 'node:assert/strict';
import { createHistory } from '../../../../src/journeys/views/history.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

describe('history', () => {
  const store = storeOfEachTest();

  async function written(count: number, customerName: string): Promise<void> {
    for (let n = 0; n < count; n += 1)
      await store().outreaches.insert(exampleOutreach({ customerName, createdAt: 2_000_000 + n }), [
        { at: 1, who: 'test', why: 'test', from: null, to: 'proposed' },
      ]);
  }

  it('gives the latest ten, and says whether there are older ones', async () => {
    await written(10, 'Grace');
    const { latest } = createHistory(store());
    const ten = await latest({ agentId: null, words: '' });
    assert.deepEqual([ten.outreaches.length, ten.older], [10, false]);
    assert.equal(ten.outreaches[0]?.createdAt, 2_000_009);
    await written(1, 'Zoë');
    const more = await latest({ agentId: null, words: ' ' });
    assert.deepEqual([more.outreaches.length, more.older], [10, true]);
  });

  it('finds those to a customer by parts of the name', async () => {
    await written(12, 'Grace Hopper');
    await written(1, 'Zoë Ångström');
    const { latest } = createHistory(store());
    const found = await latest({ agentId: null, words: 'ang ZOE' });
    assert.deepEqual(
      [found.outreaches.map(({ customerName }) => customerName), found.older],
      [['Zoë Ångström'], false],
    );
    assert.equal((await latest({ agentId: null, words: 'hopper' })).older, true);
    assert.deepEqual((await latest({ agentId: 'nobody', words: 'hopper' })).outreaches, []);
  });
});
