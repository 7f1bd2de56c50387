import assert from 'node:assert/strict';
import { agoWords } from '../../../../bot/cards/ago-words.ts';
import { heldReasonWords } from '../../../../bot/cards/held-reason-words.ts';
import { de } from '../../../../bot/locales/de.ts';
import { en } from '../../../../bot/locales/en.ts';
import { es } from '../../../../bot/locales/es.ts';
import { fr } from '../../../../bot/locales/fr.ts';
import { ja } from '../../../../bot/locales/ja.ts';
import { type Locale, locales } from '../../../../bot/locales/locale.ts';
import { wordsOf } from '../../../../bot/locales/words.ts';
import { catalogueProblems } from './catalogue-problems.ts';

const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, de, fr, es, ja };

/** Words two languages share, names and codes. */
const alike: Readonly<Record<Locale, readonly string[]>> = {
  en: [],
  de: ['Agent', 'Code {code}', 'Genesys Cloud', 'In Teams', 'Offline'],
  fr: ['15 minutes', 'Agent', '[agent]', 'Genesys Cloud', 'Message', 'Mode', 'Session'],
  es: ['Genesys Cloud', 'No'],
  ja: ['Genesys Cloud'],
};

describe('message catalogues', () => {
  for (const locale of locales) {
    it(`${locale} has every text, with the same arguments and the language’s own plurals, and nothing left in English`, () => {
      assert.deepEqual(catalogueProblems(locale, en, catalogues[locale], new Set(alike[locale])), []);
    });
  }

  it('would be found out: a key too few or too many, other arguments, a plural form, English left as it is', () => {
    const english = {
      gone: 'Gone',
      greeting: 'Hello {name}',
      choice: '{kind, select, one {One} other {Other}}',
      count: '{count, plural, one {# chat} other {# chats}}',
      code: '{title}: {code}',
      agent: 'Agent',
    };
    const french = {
      greeting: 'Bonjour {nom}',
      choice: '{kind, select, un {Un} other {Autre}}',
      count: '{count, plural, one {# chat} few {# chats} other {# chats}}',
      code: '{title}: {code}',
      agent: 'Agent',
      more: 'De plus',
    };
    assert.deepEqual(catalogueProblems('fr', english, french), [
      'gone is missing',
      'more is not in English',
      'greeting asks for nom, not name',
      'choice asks for kind (other un), not kind (one other)',
      'count lacks the form many',
      'count has the form few',
      'agent is left in English',
    ]);
    assert.deepEqual(
      catalogueProblems(
        'fr',
        { a: 'Agent', b: 'Queue' },
        { a: 'Agent', b: 'File' },
        new Set(['Agent', 'Queue']),
      ),
      ['“Queue” is not the same in both'],
    );
  });

  it('put values in as they are, whatever they contain', () => {
    for (const locale of locales) {
      const said = wordsOf(locale)('step.approved', { person: "<b>O'Neill</b> {x}" });
      assert.ok(said.includes("<b>O'Neill</b> {x}"), said);
    }
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
    assert.deepEqual(
      locales.map((locale) => agoWords(wordsOf(locale), 125 * minute)),
      ['2 hours 5 minutes', '2 Stunden 5 Minuten', '2 heures 5 minutes', '2 horas 5 minutos', '2 時間 5 分'],
    );
    const counted = (locale: Locale, count: number) => wordsOf(locale)('status.age.seconds', { count });
    assert.deepEqual(
      [0, 1, 1_000_000].map((count) => counted('fr', count)),
      ['0 seconde', '1 seconde', '1\u202f000\u202f000 de secondes'],
    );
    assert.deepEqual(
      [0, 1, 1_000_000].map((count) => counted('es', count)),
      ['0 segundos', '1 segundo', '1.000.000 de segundos'],
    );
  });

  it('write numbers in the language’s own manner', () => {
    assert.deepEqual(
      locales.map((locale) => wordsOf(locale)('count.sending', { count: 12_345 })),
      [
        '12,345 on the way',
        '12.345 unterwegs',
        '12\u202f345 en cours d’envoi',
        '12.345 en camino',
        '送信中 12,345 件',
      ],
    );
  });

  it('name a rule they do not know as it is', () => {
    assert.equal(heldReasonWords(wordsOf('en'), 'paused'), 'outreach is paused');
    assert.match(heldReasonWords(wordsOf('en'), 'new-rule'), /new-rule/);
    assert.match(heldReasonWords(wordsOf('en'), 'toString'), /toString/);
  });
});
