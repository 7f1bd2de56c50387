import assert from 'node:assert/strict';
import { roleView } from '../../../../bot/cards/role-view.ts';
import { cardSamples } from './card-samples.ts';

const samples = [...cardSamples()];
const sam = '29:sam';

describe('cards, by the role of who looks at them', () => {
  const asking = samples.filter(([, card]) => JSON.stringify(card).includes('"verb":"outreach.approve"'));
  const bursts = samples.filter(([, card]) => JSON.stringify(card).includes('"verb":"burst.approve'));

  it('have no buttons of a decision for all, in no language, and are asked for anew for supervisors', () => {
    assert.ok(asking.length >= 25 && bursts.length >= 20);
    for (const [name, card] of [...asking, ...bursts]) {
      const base = roleView(card, [sam]);
      const drawn = JSON.stringify([base.body, base.actions ?? []]);
      assert.doesNotMatch(drawn, /Action\.|"verb"/, name);
      assert.match(drawn, /"id":"for-supervisors"/, name);
      assert.deepEqual(base.refresh?.userIds, [sam]);
      assert.ok(Buffer.byteLength(JSON.stringify(base)) < 24 * 1024, name);
    }
    assert.deepEqual(roleView(asking[0]?.[1] ?? assert.fail(), [sam]).refresh?.action.data, {
      outreachId: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
    });
  });

  it('keep their buttons for all where no supervisor is known, or more than Teams refreshes for', () => {
    const crowd = Array.from({ length: 61 }, (_, index) => `29:${index}`);
    for (const [, card] of [...asking, ...bursts]) {
      assert.equal(roleView(card, []), card);
      assert.equal(roleView(card, crowd), card);
    }
  });

  it('are as they are where no supervisor is asked', () => {
    const others = samples.filter(([name]) => ![...asking, ...bursts].some(([each]) => each === name));
    assert.ok(others.length > 100);
    for (const [name, card] of others) assert.equal(roleView(card, [sam]), card, name);
  });
});
