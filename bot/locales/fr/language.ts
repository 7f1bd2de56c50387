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
  'language.written':
    'Vous pouvez aussi écrire «\u00a0language\u00a0» suivi d’une langue, ou «\u00a0language auto\u00a0» pour suivre Teams.',
  'language.choose-tooltip': 'Parler {language} ici',
  'language.auto': 'Suivre Teams',
  'language.auto-tooltip': 'Parler ici la langue que Teams m’indique',
  'help.language': 'La langue que je parle dans cette conversation',
};
