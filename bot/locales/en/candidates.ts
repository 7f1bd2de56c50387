/** The card of the candidates command, its form, and what is said to who presses Send. */
export const candidates = {
  'candidates.title': 'Customers you can write to',
  'candidates.nobody': 'Nobody to write to just now',
  'candidates.as-of': 'As of {when}',
  'candidates.paused':
    'Outreach is paused, for you or for everybody. “status” says by whom, “resume” ends your own pause.',
  'candidates.none-here': 'No customer was here in the last 24 hours.',
  'candidates.all-left-alone':
    '{count, plural, one {The one customer of the last 24 hours is left alone.} other {All # customers of the last 24 hours are left alone.}}',
  'candidates.feed-stale':
    'Nothing heard from Genesys Cloud for {age}: somebody may be missing here. Every message is checked again before it leaves.',
  'candidates.quiet-hours':
    'It is quiet hours by your organisation’s clock: a message leaves only where the customer’s own clock says otherwise.',

  'candidates.session.agent': 'Ended by an agent {when} · {ago} ago',
  'candidates.session.customer': 'Left {when} · {ago} ago',
  'candidates.session.timed-out': 'Timed out {when} · {ago} ago',
  'candidates.session.flow': 'Ended by the flow {when} · {ago} ago',
  'candidates.session.fault': 'Connection broke {when} · {ago} ago',
  'candidates.session.ended': 'Ended {when} · {ago} ago',
  'candidates.session.active': 'Still connected, nobody with them; last active {when} · {ago} ago',

  'candidates.why': 'Why here: {reasons}',
  'candidates.why.served-by-agent': 'served by you last',
  'candidates.why.queue-of-agent': 'your queue',
  'candidates.why.neither': 'on a channel you serve',
  'candidates.why.abandoned': 'left without reaching an agent',
  'candidates.order':
    'Order: served by you, then your queues, then the rest; within each, who never reached an agent comes first, then the most recent.',
  'candidates.more': 'And {count, number} more.',
  'candidates.left-alone': 'Left alone: {list}',
  'candidates.left.opted-out': '{count, number} asked not to be written to',
  'candidates.left.connected-now': '{count, number} in a conversation',
  'candidates.left.agent-not-on-channel': '{count, number} on channels you do not serve',
  'candidates.left.no-route': '{count, number} with no way to reach them',
  'candidates.left.open-outreach': '{count, number} with a message still open',
  'candidates.left.contacted-recently': '{count, number} written to recently',
  'candidates.left.declined-recently': '{count, number} recently declined by a supervisor',
  'candidates.left.failed-recently': '{count, number} with a message that just failed',
  'candidates.left.other': '{count, number} for other reasons',

  'candidates.write': 'Write',
  'candidates.write-tooltip': 'Write to {customer}',
  'candidates.text': 'Message to the customer, word for word',
  'candidates.text-missing': 'Please write the message.',
  'candidates.send': 'Send',
  'candidates.send-tooltip': 'Send this message to {customer} now, in your name',
  'candidates.ask': 'Send for approval',
  'candidates.ask-tooltip': 'Put this message to {customer} before a supervisor',
  'candidates.look-again': 'Look again',
  'candidates.look-again-tooltip': 'Make this list anew',
  'candidates.said': 'Your message to {customer} is in hand. Its own card shows what becomes of it.',
  'candidates.said-approval':
    'A supervisor is asked about your message to {customer}. You get its card once they have decided.',
  'candidates.because': 'Reason: {reason}.',

  'step.by-hand': 'Asked for by {agent}',
  'help.candidates': 'Whom you could write to now, and why; write to them from there',
} as const;
