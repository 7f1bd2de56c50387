/** The form for a follow-up, and what is said to who asked for one. */
export const followUp = {
  'follow-up.open': 'Follow up',
  'follow-up.open-tooltip': 'Write to {customer} once more, now or later',
  'follow-up.draft':
    '{customer, select, none {Hello} other {Hello {customer}}}, this is {agent} again. I wanted to come back to you about our chat: is there anything else I can do for you?',
  'follow-up.text': 'Message to the customer, word for word',
  'follow-up.text-missing': 'Please write the message.',
  'follow-up.when': 'When to send it',
  'follow-up.now': 'Now',
  'follow-up.in-20-minutes': 'In 20 minutes',
  'follow-up.in-1-hour': 'In 1 hour',
  'follow-up.tomorrow': 'Tomorrow 9:00, by the customer’s clock',
  'follow-up.words': 'Or in your own words',
  'follow-up.words-example': 'in 2 hours · at 15:30 · Monday 10:00 my time',
  'follow-up.send': 'Send follow-up',
  'follow-up.send-tooltip': 'Send this follow-up to {customer} at the time chosen',
  'follow-up.said-now': 'The follow-up is being sent. Its own card shows what becomes of it.',
  'follow-up.said-later': 'The follow-up will be sent on {when}. Its own card shows what becomes of it.',
  'follow-up.said-now-approval':
    'A supervisor is asked now. You get the card of the follow-up once they have decided.',
  'follow-up.said-later-approval':
    'A supervisor is asked now; after a yes it will be sent on {when}. You get the card of the follow-up once they have decided.',
  'follow-up.gap':
    'The clocks go forward there that day and skip the time you named: it is sent at the first moment after.',
  'follow-up.overlap':
    'The clocks go back there that day, and the time you named comes twice: it is sent the first time.',
  'follow-up.allowed-from': 'The earliest possible time: {when}.',
  'follow-up.allowed-until': 'The latest possible time: {when}.',
} as const;
