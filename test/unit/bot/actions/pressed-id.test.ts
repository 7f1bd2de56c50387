import assert from 'node:assert/strict';
import { pressedBurst } from '../../../../bot/actions/pressed-burst.ts';
import { pressedOutreach } from '../../../../bot/actions/pressed-outreach.ts';

describe('the ids a pressed button tells', () => {
  const forged: readonly unknown[] = ['', 'a\0b', '\u0007', 'x'.repeat(101), 7, null, { $ne: '' }];

  it('are malformed where no store could be asked for them', () => {
    for (const id of forged) {
      assert.equal(pressedOutreach({ outreachId: id }), null);
      assert.equal(pressedBurst({ burstId: id }), null);
      assert.equal(pressedBurst({ burstId: 'b-1', outreachId: id }), null);
    }
  });

  it('are taken as they are otherwise', () => {
    assert.equal(pressedOutreach({ outreachId: 'o-1' }), 'o-1');
    assert.deepEqual(pressedBurst({ burstId: 'b-1', outreachId: 'o-1' }), {
      burstId: 'b-1',
      outreachId: 'o-1',
    });
  });
});
