import assert from 'node:assert/strict';
import { defaultText } from '../../../src/config/default-text.ts';
import { createWording } from '../../../src/outreach/wording.ts';

describe('createWording', () => {
  it('speaks to a customer by name and to a visitor without one', () => {
    const wording = createWording(defaultText);
    assert.match(
      wording({ customer: 'Grace Hopper', agent: 'Ada', queue: 'Support' }),
      /^Hello Grace Hopper, this is Ada from Support\. /,
    );
    assert.match(
      wording({ customer: null, agent: 'Ada', queue: null }),
      /^Hello, this is Ada from customer care\. /,
    );
  });

  it('takes names as they are: no markup, no placeholders in them', () => {
    const wording = createWording('Hi {customer}');
    assert.equal(
      wording({ customer: "<b>O'Neil</b> {agent}", agent: 'Ada', queue: null }),
      "Hi <b>O'Neil</b> {agent}",
    );
  });

  it('refuses a text that is no ICU message', () => {
    assert.throws(() => createWording('Hello {customer'), SyntaxError);
  });
});
