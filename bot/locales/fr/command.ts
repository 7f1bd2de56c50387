import type { command as english } from '../en/command.ts';
import type { Translated } from '../translated.ts';

export const command: Translated<typeof english> = {
  'command.unknown': 'Je ne connais pas «\u00a0{command}\u00a0».',
  'command.suggestion': 'Vouliez-vous dire «\u00a0{suggestion}\u00a0»\u00a0?',
  'command.see-help': 'Écrivez «\u00a0help\u00a0» pour voir ce que je sais faire.',
  'error.text': '{meaning} {next} (code\u00a0: {code})',
  'error.title': 'Cela n’a pas fonctionné',
};
