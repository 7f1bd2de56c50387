import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { withTimes } = await import(new URL('teams/card-times.js', page).href);

describe('the times inside cards in the control room', () => {
  const shown = (text: string): string => withTimes({ body: [{ text }] }).body[0].text;

  it('are written in 24 hours, whatever form the card asks for', () => {
    assert.match(shown('{{TIME(2026-11-21T15:07:00Z)}}'), /^\d{2}:\d{2}$/);
    assert.match(shown('Ended {{DATE(2026-11-21T12:00:00Z,SHORT)}}'), /^Ended Sat 21 Nov$/);
    assert.match(
      shown('{{DATE(2026-11-21T12:00:00Z, LONG)}} {{TIME(2026-11-21T12:00:00+01:00)}}'),
      /Nov \d{2}:/,
    );
  });

  it('leave every other text as it is', () => {
    for (const text of ['{{NAME}}', 'It is {{TIME(soon)}}', '12:00 "quoted" \\ {{'])
      assert.equal(shown(text), text);
  });
});
