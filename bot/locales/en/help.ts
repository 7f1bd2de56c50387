/** The card of the help command. */
export const help = {
  'help.title': 'What I do',
  'help.intro':
    'When an agent becomes available, I find a customer who was here in the last 24 hours and send one message in the agent’s name, after a supervisor’s yes where that is asked for. The card shows what really happened to it.',
  'help.everyone': 'For everybody',
  'help.help': 'This page',
  'help.status': 'How things stand: the feed, today’s numbers, what is paused; for agents their own presence',
  'help.link': 'Which Genesys agent you are; with an e-mail address, ask a supervisor to confirm another',
  'help.unlink': 'End the link, or take the request back',
  'help.agents': 'For agents, in their personal chat',
  'help.pause': 'No new messages in your name: for a while, or until you say “resume”',
  'help.resume': 'Messages may go out again',
  'help.presence': 'Set your presence in Genesys',
  'help.supervisors': 'For supervisors',
  'help.supervisors.status': 'Everybody’s numbers, and what waits for a decision',
  'help.supervisors.unlink': 'With an e-mail address: end the link of that person',
  'help.supervisors.pause': 'The same for everybody at once; “pause me” for yourself alone',
  'help.policy': 'The policy in force; supervisors change it there',
  'help.audit':
    'Who decided what and why: by a customer’s name; with “policy” or “partners”: changes; with “tickets”: hand-off tickets',
  'help.who': 'People, their roles and Genesys agents; with part of a name, one of them',
  'help.in-channel': 'In a channel, mention me first.',
} as const;
