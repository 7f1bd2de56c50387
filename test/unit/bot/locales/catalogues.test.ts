import assert from 'node:assert/strict';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { agoWords } from '../../../../bot/cards/ago-words.ts';
import { heldReasonWords } from '../../../../bot/cards/held-reason-words.ts';
import { de } from '../../../../bot/locales/de.ts';
import { en } from '../../../../bot/locales/en.ts';
import { wordsOf } from '../../../../bot/locales/words.ts';

/** ICU message parts: 0 is literal text, the others name an argument; plurals carry messages of their own. */
const part = z.object({
  type: z.number(),
  value: z.unknown().optional(),
  get options(): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{ value: z.ZodArray<typeof part> }>>> {
    return z.record(z.string(), z.object({ value: z.array(part) })).optional();
  },
});

function argumentsOf(parts: readonly z.infer<typeof part>[]): string[] {
  const literal = 0;
  const own = parts.flatMap(({ type, value }) =>
    type !== literal && typeof value === 'string' ? [value] : [],
  );
  const inner = parts.flatMap(({ options = {} }) =>
    Object.values(options).flatMap(({ value }) => argumentsOf(value)),
  );
  return [...new Set([...own, ...inner])].sort();
}

const argumentsIn = (message: string, locale: string) =>
  argumentsOf(
    z.array(part).parse(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst()),
  );

describe('message catalogues', () => {
  it('ask for the same values in every language', () => {
    const english = Object.entries(en).map(([key, message]) => [key, argumentsIn(message, 'en')]);
    const german = Object.fromEntries(
      Object.entries(de).map(([key, message]) => [key, argumentsIn(message, 'de')]),
    );
    assert.deepEqual(Object.fromEntries(english), german);
  });

  it('put values in as they are, whatever they contain', () => {
    const words = wordsOf('en');
    assert.equal(words('step.approved', { person: "<b>O'Neill</b> {x}" }), "Approved by <b>O'Neill</b> {x}");
  });

  it('count in the language’s own forms', () => {
    const minute = 60_000;
    const said = [30_000, minute, 59 * minute, 60 * minute, 121 * minute, -5].map((ms) =>
      agoWords(wordsOf('en'), ms),
    );
    assert.deepEqual(said, [
      'less than a minute',
      '1 minute',
      '59 minutes',
      '1 hour',
      '2 hours 1 minute',
      'less than a minute',
    ]);
    assert.equal(agoWords(wordsOf('de'), 125 * minute), '2 Stunden 5 Minuten');
  });

  it('name a rule they do not know as it is', () => {
    assert.equal(heldReasonWords(wordsOf('en'), 'paused'), 'outreach is paused');
    assert.match(heldReasonWords(wordsOf('en'), 'new-rule'), /new-rule/);
    assert.match(heldReasonWords(wordsOf('en'), 'toString'), /toString/);
  });
});
