import assert from 'node:assert/strict';
import { refusalWords } from '../../../../bot/actions/refusal-words.ts';
import { catalogue } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';

describe('a refusal in words', () => {
  it('frames the catalogue’s own words, the same in every language, with the hour in the manner of this one', () => {
    const refused = new ReachbackError('outreach.follow-up-quiet-hours', {
      facts: { from: '2026-11-22 08:00 Europe/Berlin' },
    });
    const { meaning, next } = catalogue['outreach.follow-up-quiet-hours'];
    assert.equal(
      refusalWords(refused, 'fr'),
      `${meaning} ${next} Au plus tôt\u00a0: dim. 22 nov. 2026, 08:00 (Europe/Berlin). (code\u00a0: outreach.follow-up-quiet-hours)`,
    );
    assert.ok(refusalWords(refused, 'ja').startsWith(`${meaning} ${next} `));
  });
});
