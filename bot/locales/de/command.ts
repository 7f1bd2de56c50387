import type { command as english } from '../en/command.ts';
import type { Translated } from '../translated.ts';

export const command: Translated<typeof english> = {
  'command.unknown': '„{command}“ kenne ich nicht.',
  'command.suggestion': 'War „{suggestion}“ gemeint?',
  'command.see-help': 'Mit „help“ zeige ich, was ich kenne.',
  'error.text': '{meaning} {next} (Code {code})',
  'error.title': 'Das ging nicht',
};
