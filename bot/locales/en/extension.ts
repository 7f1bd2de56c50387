/** The search for recent customers from the compose box, and what can be done with one. */
export const extension = {
  'extension.nobody': 'Nobody was here in the last 24 hours.',
  'extension.nobody-named': 'Nobody named “{name}” was here in the last 24 hours.',
  'extension.late': 'That took too long. Please search again.',
  'extension.unmet':
    'I do not know you yet. Open a chat with Reachback once and say “help”, then search again.',
  'extension.left': 'left {ago} ago',
  'extension.active': 'still here, active {ago} ago',
  'extension.left-alone': 'not now: {reason}',

  'extension.title': 'Customer of the last 24 hours',
  'extension.fallback': 'Customer of the last 24 hours: {customer}. Update Teams to see the card.',
  'extension.session-left': 'Left on {when}',
  'extension.session-active': 'Last active on {when}',
  'extension.open': 'Propose a message',
  'extension.open-tooltip': 'Write a message to {customer} in your name',

  'extension.form-title': 'Propose a message',
  'extension.for-you': 'The text you saw was in somebody else’s name. This one is in yours.',
  'extension.propose': 'Propose',
  'extension.propose-tooltip':
    'Propose this message to {customer} in your name; it waits for a supervisor where that is asked for',

  'extension.done-title': 'Message proposed',
  'extension.done': '{agent} proposed a message to {customer}.',
  'extension.done-approval': 'It waits for a supervisor.',
  'extension.done-sending': 'It needs no approval and is about to be sent.',
  'extension.done-where':
    'What becomes of it shows on its own card, in the agent’s chat with Reachback. This one stays as it is.',

  'extension.needs-agent':
    'A message goes out in an agent’s name, and you are none in Genesys Cloud. Send this card to the agent who should write.',
  'extension.not-now': 'Nobody may write to {customer} now: {reason}.',
  'extension.gone': 'This customer is no longer among those of the last 24 hours. Search again.',
} as const;
