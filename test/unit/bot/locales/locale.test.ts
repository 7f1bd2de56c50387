import assert from 'node:assert/strict';
import { findLanguage } from '../../../../bot/locales/find-language.ts';
import { localeFrom, locales } from '../../../../bot/locales/locale.ts';
import { variables } from '../../../../src/config/variables.ts';

describe('languages', () => {
  it('are told by a tag of any region, however it is written; another language is none', () => {
    const tags = ['de', 'de-AT', 'DE_ch', ' fr-CA ', 'es-419', 'ja-JP-u-ca-japanese', 'en-GB'];
    assert.deepEqual(tags.map(localeFrom), ['de', 'de', 'de', 'fr', 'es', 'ja', 'en']);
    for (const tag of ['zh-Hant-TW', 'den', 'e', '', '-de', null, undefined])
      assert.equal(localeFrom(tag), null);
  });

  it('are found by tag and by their name in any of them, capitals and accents aside', () => {
    const said = ['de', 'de-AT', 'Deutsch', 'german', 'Allemand', 'alemán', 'ALEMAN', 'ドイツ語'];
    assert.deepEqual(
      said.map(findLanguage),
      said.map(() => 'de'),
    );
    assert.deepEqual(['francais', 'Spanisch', '日本語', ' English '].map(findLanguage), [
      'fr',
      'es',
      'ja',
      'en',
    ]);
    for (const other of ['', 'klingon', 'de facto', 'Germany', 'none'])
      assert.equal(findLanguage(other), null);
  });

  it('can each be the installation’s', () => {
    for (const locale of locales) assert.equal(variables.DEFAULT_LANGUAGE.parse(locale), locale);
    assert.deepEqual(variables.DEFAULT_LANGUAGE.unwrap().options, [...locales]);
    assert.equal(variables.DEFAULT_LANGUAGE.safeParse('nl').success, false);
  });
});
