/** What is said to a command or a button that did not work. */
export const command = {
  'command.unknown': 'I do not know “{command}”.',
  'command.suggestion': 'Did you mean “{suggestion}”?',
  'command.see-help': 'Say “help” to see what I know.',
  'error.text': '{meaning} {next} (code {code})',
  'error.title': 'That did not work',
} as const;
