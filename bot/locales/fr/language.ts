import type { language as english } from '../en/language.ts';
import type { Translated } from '../translated.ts';

export const language: Translated<typeof english> = {
  'language.title': 'Langue',
  'language.now': 'Ici, je parle {language}.',
  'language.because.chosen': 'Cette langue a été choisie dans cette conversation.',
  'language.because.told': 'C’est celle que Teams m’a indiquée en dernier.',
  'language.because.standard': 'C’est la langue de cette installation.',
  'language.set':
    'Désormais, je parle {language} ici. Les cartes déjà affichées suivront à leur prochaine mise à jour.',
  'language.unknown': 'Je ne parle pas «\u00a0{asked}\u00a0».',
  'language.choices': 'Pour en changer, écrivez',
  'language.auto': 'Celle que Teams m’indique',
  'help.language': 'La langue que je parle dans cette conversation',
};
