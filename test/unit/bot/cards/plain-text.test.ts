import assert from 'node:assert/strict';
import { cardView } from '../../../../bot/cards/card-view.ts';
import { outreachCard } from '../../../../bot/cards/outreach-card.ts';
import { plainText } from '../../../../bot/cards/plain-text.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

const shown = (text: string) =>
  plainText(text).map(({ inlines: [run] }) => (typeof run === 'string' ? run : run?.text));

describe('plainText', () => {
  it('gives each line a block of its own', () => {
    assert.deepEqual(shown('one\r\n\nthree'), ['one', '\u00a0', 'three']);
  });

  it('keeps all words of very many lines, in few blocks', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    const blocks = shown(lines.join('\n'));
    assert.equal(blocks.length, 40);
    assert.deepEqual(blocks.slice(0, 39), lines.slice(0, 39));
    assert.equal(blocks.at(-1), lines.slice(39).join('⏎'));
  });

  for (const line of ['a\n', '漢\n', '\n', '"\n'])
    it(`leaves room for the buttons of a decision on a text of ${JSON.stringify(line)} only`, () => {
      const text = `a${line.repeat(1_998 / line.length)}a`;
      const outreach = exampleOutreach({ state: 'awaiting-approval', text });
      const card = JSON.stringify(outreachCard(cardView(outreach, 'ja'), 'ja'));
      assert.ok(new TextEncoder().encode(card).length < 27_000);
      assert.match(card, /outreach\.approve/);
    });
});
