import type { language as english } from '../en/language.ts';
import type { Translated } from '../translated.ts';

export const language: Translated<typeof english> = {
  'language.title': 'Sprache',
  'language.now': 'Hier spreche ich {language}.',
  'language.because.chosen': 'So wurde es in dieser Unterhaltung gewählt.',
  'language.because.told': 'So hat es Teams zuletzt gesagt.',
  'language.because.standard': 'Das ist die Sprache dieser Installation.',
  'language.set':
    'Ab jetzt spreche ich hier {language}. Vorhandene Karten folgen mit ihrer nächsten Neuigkeit.',
  'language.unknown': '„{asked}“ spreche ich nicht.',
  'language.written':
    'Auch geschrieben: „language“ und eine Sprache, oder „language auto“, um Teams zu folgen.',
  'language.choose-tooltip': 'Hier {language} sprechen',
  'language.auto': 'Wie Teams',
  'language.auto-tooltip': 'Hier die Sprache sprechen, die Teams sagt',
  'help.language': 'Die Sprache, die ich in dieser Unterhaltung spreche',
};
