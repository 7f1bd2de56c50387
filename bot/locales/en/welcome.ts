/** The card somebody sees right after the app was installed. */
export const welcome = {
  'welcome.title': 'Hello, I am Reachback',
  'welcome.personal':
    'When you become available in Genesys, I find a customer who was here in the last 24 hours and send one message in your name, after a supervisor’s yes where that is asked for. A card here shows what really became of it.',
  'welcome.supervisor':
    'When an agent becomes available in Genesys, I find a customer who was here in the last 24 hours and propose one message. Its card comes to the channel I am installed in: you decide on it there, and it shows what really became of it.',
  'welcome.channel':
    'When an agent becomes available in Genesys, I find a customer who was here in the last 24 hours and propose one message. Its card comes to this channel: supervisors decide on it here, and it shows what really became of it.',
  'welcome.try': 'Three things to try',
  'welcome.try-in-channel': 'Three things to try; mention me first',
  'welcome.status': 'How things stand now',
  'welcome.who': 'People and their roles, for supervisors',
  'welcome.help': 'Everything I understand',
  'welcome.supervisors': 'Supervisors',
  'welcome.supervisors.more': 'and {count, number} more',
  'welcome.supervisors.none': 'None yet: an administrator names them in SUPERVISORS or SUPERVISOR_TEAM.',
  'welcome.you': 'You in Genesys',
  'welcome.you.none': 'No agent has your e-mail address yet. Say “link” and your Genesys e-mail address.',
} as const;
