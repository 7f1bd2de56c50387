import assert from 'node:assert/strict';
import { lastWords } from '../../../../src/journeys/approval/last-words.ts';

function message(n: number, text: string | null, direction = 'inbound') {
  return {
    id: String(n),
    timestamp: `2026-11-21T14:00:0${n}Z`,
    direction,
    normalizedMessage: text === null ? null : { text },
  };
}

describe('the last words of a conversation', () => {
  it('are the last three, oldest first, whatever order they are given in, and whose they are', () => {
    assert.deepEqual(
      lastWords([message(3, 'c', 'outbound'), message(1, 'a'), message(4, 'd', 'Inbound'), message(2, 'b')]),
      [
        { by: 'customer', text: 'b' },
        { by: 'agent', text: 'c' },
        { by: 'customer', text: 'd' },
      ],
    );
  });

  it('leave out what has no words, and show each on one line', () => {
    assert.deepEqual(lastWords([message(1, null), message(2, ' \n '), message(3, 'a\n\nb\u0000c')]), [
      { by: 'customer', text: 'a b c' },
    ]);
  });

  it('are cut between words, and never inside a character', () => {
    const [long] = lastWords([message(1, 'word '.repeat(100))]);
    assert.match(long?.text ?? '', /word…$/);
    assert.ok((long?.text ?? '').length <= 160);
    const [signs] = lastWords([message(1, '😀'.repeat(400))]);
    assert.equal(signs?.text, `${'😀'.repeat(159)}…`);
  });
});
