/** The card of the help command. */
export const help = {
  'help.title': 'What I do',
  'help.intro':
    'When an agent becomes available, I find a customer who was here in the last 24 hours and send one message in the agent’s name, after a supervisor’s yes where that is asked for. The card shows what really happened to it.',
  'help.commands': 'Commands',
  'help.help': 'This page',
  'help.status': 'Is the presence feed live, what was sent today, what is paused',
  'help.pause': 'Stop new outreach: yours in a personal chat, everybody’s as a supervisor',
  'help.resume': 'Start again',
  'help.in-channel': 'In a channel, mention me first.',
} as const;
