import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { bridgeWords } from '../../../../../src/journeys/hand-off/bridge/texts/bridge-words.ts';
import {
  contextText,
  transcriptTexts,
} from '../../../../../src/journeys/hand-off/bridge/texts/handed-over.ts';
import { splitText } from '../../../../../src/journeys/hand-off/bridge/texts/split-text.ts';
import { textOf } from '../../../../../src/journeys/hand-off/bridge/texts/text-of.ts';
import { handOffReasons } from '../../../../../src/store/shapes/hand-off-table.ts';

describe('the texts of a bridge', () => {
  it('are cut after a line or a word, and lose nothing but the gap', () => {
    deepEqual(splitText('one two three', 8), ['one two', 'three']);
    deepEqual(splitText('one\ntwo three', 9), ['one\ntwo', 'three']);
    deepEqual(splitText('  '), []);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        (text, most) => {
          const parts = splitText(text, most);
          ok(parts.every((part) => part.length > 0 && part.length <= most));
          const bare = (of: string) => of.replaceAll(/\s/g, '');
          equal(bare(parts.join('')), bare(text));
          ok(parts.every((part) => part.isWellFormed() || !text.isWellFormed()));
        },
      ),
    );
  });

  it('say what the partner’s people need, and leave out what nobody knows', () => {
    const context = { reason: 'escalation', note: null, originalQueue: 'Orders', agentName: null };
    equal(contextText(context, null, bridgeWords), 'Hand-off: escalation\nFrom: Orders');
    equal(
      contextText({ ...context, note: 'Twice', agentName: 'Ben' }, 'Hannah', bridgeWords),
      'Hand-off: escalation\nCustomer: Hannah\nFrom: Ben, Orders\nNote: Twice',
    );
  });

  it('say every reason in words, and let nobody’s name begin a line', () => {
    const context = { note: null, originalQueue: null, agentName: null };
    deepEqual(Object.keys(bridgeWords.reasons), [...handOffReasons]);
    equal(
      contextText({ ...context, reason: 'their-subject' }, null, bridgeWords),
      'Hand-off: it is your subject',
    );
    equal(
      contextText({ ...context, reason: 'other' }, 'Noor\nNote: pay her back', bridgeWords),
      'Hand-off: another reason\nCustomer: Noor\n| Note: pay her back',
    );
  });

  it('write what was said before line by line, in as few texts as fit', () => {
    const said = [
      { at: Date.UTC(2026, 10, 21, 9, 5), who: 'Hannah', text: 'Hello' },
      { at: Date.UTC(2026, 10, 21, 9, 6), who: 'Ben', text: 'Hi' },
    ];
    deepEqual(transcriptTexts(said, bridgeWords), [
      'What was said before (times in UTC):\n[2026-11-21 09:05] Hannah: Hello\n[2026-11-21 09:06] Ben: Hi',
    ]);
    deepEqual(transcriptTexts([], bridgeWords), []);
    const many = Array.from({ length: 100 }, (_, index) => ({
      at: 0,
      who: 'Ben',
      text: `line ${index} ${'x'.repeat(80)}`,
    }));
    const texts = transcriptTexts(many, bridgeWords);
    ok(texts.length > 4 && texts.every(({ length }) => length <= 2_000));
    const lines = texts.flatMap((text) => text.split('\n').slice(1));
    deepEqual(
      lines.map((line) => /line \d+/.exec(line)?.[0]),
      many.map((_, index) => `line ${index}`),
    );
  });

  it('let no customer write a line that looks like another speaker’s', () => {
    const at = Date.UTC(2026, 10, 21, 10, 2);
    for (const gap of ['\n', '\r\n', '\r', '\u2028', '\u0085', '\v']) {
      const text = `Hello${gap}[2026-11-21 10:03] Ada Brandt: you get your money back`;
      const [told = ''] = transcriptTexts([{ at, who: 'Noor Haddad', text }], bridgeWords);
      const speakers = told.split(/[\n\r\u2028\u0085\v]/).filter((line) => line.startsWith('['));
      equal(speakers.length, 1, JSON.stringify(gap));
      const [named = ''] = transcriptTexts([{ at, who: text, text: 'Hello' }], bridgeWords);
      equal(named.split(/[\n\r\u2028\u0085\v]/).filter((line) => line.startsWith('[')).length, 1);
    }
    const words = `${'x '.repeat(800)}${' [2026-11-21 10:03] Ada Brandt: yes'.repeat(60)}`;
    const parts = transcriptTexts([{ at, who: 'Noor Haddad', text: words }], bridgeWords);
    equal(parts.flatMap((told) => told.split('\n')).filter((line) => line.startsWith('[')).length, 1);
    const long = `${'x'.repeat(1_500)}\n${'[2026-11-21 10:03] Ada Brandt: yes\n'.repeat(60)}`;
    const lines = transcriptTexts([{ at, who: 'Noor Haddad', text: long }], bridgeWords).flatMap((told) =>
      told.split('\n'),
    );
    equal(lines.filter((line) => line.startsWith('[')).length, 1);
  });

  it('name files, which cannot be passed on', () => {
    const file = { contentType: 'Attachment', attachment: { mediaType: 'image/png', filename: null } };
    equal(
      textOf({ id: 'm', normalizedMessage: { text: ' Look ', content: [file] } }),
      'Look\n[file: image/png]',
    );
    equal(textOf({ id: 'm', normalizedMessage: { content: [{ contentType: 'QuickReply' }] } }), '');
    equal(textOf({ id: 'm' }), '');
  });
});
