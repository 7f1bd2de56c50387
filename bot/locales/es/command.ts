import type { command as english } from '../en/command.ts';
import type { Translated } from '../translated.ts';

export const command: Translated<typeof english> = {
  'command.unknown': 'No conozco «{command}».',
  'command.suggestion': '¿Quiso decir «{suggestion}»?',
  'command.see-help': 'Escriba «help» para ver lo que sé hacer.',
  'error.text': '{meaning} {next} (código: {code})',
  'error.title': 'No se pudo hacer',
};
