import type { language as english } from '../en/language.ts';
import type { Translated } from '../translated.ts';

export const language: Translated<typeof english> = {
  'language.title': 'Idioma',
  'language.now': 'Aquí hablo {language}.',
  'language.because.chosen': 'Se eligió en esta conversación.',
  'language.because.told': 'Es el que Teams me indicó por última vez.',
  'language.because.standard': 'Es el idioma de esta instalación.',
  'language.set':
    'A partir de ahora hablo {language} aquí. Las tarjetas ya mostradas cambiarán con su próxima novedad.',
  'language.unknown': 'No hablo «{asked}».',
  'language.written': 'También puede escribir «language» y un idioma, o «language auto» para seguir a Teams.',
  'language.choose-tooltip': 'Hablar {language} aquí',
  'language.auto': 'Seguir a Teams',
  'language.auto-tooltip': 'Hablar aquí el idioma que Teams me indique',
  'help.language': 'El idioma que hablo en esta conversación',
};
