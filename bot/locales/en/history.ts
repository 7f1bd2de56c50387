/** The card of the history command. */
export const history = {
  'history.title.you': 'Your latest messages',
  'history.title.all': 'Latest messages of everybody',
  'history.named': 'To customers named “{name}”',
  'history.none': 'No message yet.',
  'history.none-named': 'No message to a customer named “{name}”.',
  'history.by': 'in the name of {agent}',
  'history.older': 'There are older ones. Say “history” and a customer’s name to find one.',
  'history.hint': 'Say “history” and a customer’s name for that customer alone.',

  'history.state.proposed': 'Proposed',
  'history.state.awaiting-approval': 'Waits for a supervisor',
  'history.state.approved': 'Approved, about to be sent',
  'history.state.scheduled': 'Approved, will be sent {when}',
  'history.state.sending': 'On its way to Genesys, not yet accepted',
  'history.state.sent': 'Accepted by Genesys, not yet in the browser · no reply',
  'history.state.delivered': 'Reached the browser · no reply',
  'history.state.undelivered': 'Accepted by Genesys, customer away, the message waits · no reply',
  'history.state.replied': 'Customer replied',
  'history.state.opted-out': 'Customer asked not to be written to again',
  'history.state.declined': 'Declined, nothing was sent',
  'history.state.expired': 'Nobody decided in time, nothing was sent',
  'history.state.held': 'Held back, nothing was sent: {reason}',
  'history.state.failed': 'Failed, nothing was sent · code {code}',
  'history.state.unknown': 'Not known yet whether it arrived',
  'history.state.asked': 'Not known whether it arrived: its card asks a person',
  'history.state.cancelled': 'Taken back, nothing was sent',

  'help.history': 'What became of your latest messages; with a name, of those to that customer',
  'help.supervisors.history':
    'What became of everybody’s latest messages; with a name, of those to that customer',
} as const;
