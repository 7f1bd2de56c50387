/** Why a follow-up is refused when it is asked for: nothing is written, nothing sent. */
export const followUpErrors = {
  'outreach.follow-up-not-yours': {
    meaning: 'Only the agent of this outreach or a supervisor may follow it up; nothing was scheduled.',
    likely: 'The card is of a colleague’s customer, seen in the channel or in a chat of somebody else.',
    next: 'Ask the agent named on the card or a supervisor.',
    retry: 'never',
  },
  'outreach.customer-busy': {
    meaning: 'Another message to this customer is still open; nothing more was scheduled or sent.',
    likely: 'A follow-up is waiting for its hour or its approval already, or a message is just on its way.',
    next: 'Look at its own card: wait for its end, or take it back with “Do not send”, then ask again.',
    retry: 'never',
  },
  'outreach.customer-opted-out': {
    meaning: 'This customer asked not to be written to; nothing was scheduled or sent.',
    likely: 'The customer answered an earlier message with “stop” or the like.',
    next: 'Leave the customer alone until they write by themselves.',
    retry: 'never',
  },
  'outreach.follow-up-declined': {
    meaning: 'A supervisor said no to writing to this customer; nothing was scheduled.',
    likely: 'A message to this customer was declined, and the time they are left alone for is not over.',
    next: 'Ask the supervisor who declined; “history” or the card in the channel names them.',
    retry: 'never',
  },
  'outreach.follow-up-unchecked': {
    meaning: 'Genesys Cloud did not say how the customer’s conversation stands; nothing was scheduled.',
    likely: 'The connection is disturbed, or Genesys Cloud asked to wait (rate limit).',
    next: 'Press again in a moment; what you wrote is still on the card. If it stays, see the log under this code.',
    retry: 'safe',
  },
  'outreach.when-not-understood': {
    meaning: 'The time was not understood; nothing was scheduled.',
    likely: 'It names no hour, or something stands in it beside day, hour and zone.',
    next: 'Write it like “in 20 minutes”, “at 15:30”, “tomorrow 9:00 customer time” or “Monday 10:00 my time”.',
    retry: 'never',
  },
  'outreach.when-past': {
    meaning: 'That time is over; nothing was scheduled.',
    likely: 'The hour has passed today by the customer’s clock, which counts unless you say “my time”.',
    next: 'Choose a later time, or write “tomorrow” before the hour.',
    retry: 'never',
  },
  'outreach.when-too-far': {
    meaning: 'That is more than 7 days away; nothing was scheduled.',
    likely: 'The date has another month or year than meant.',
    next: 'Choose a time within 24 hours of the customer’s last activity.',
    retry: 'never',
  },
  'outreach.follow-up-unseen': {
    meaning: 'At that hour the customer’s messaging session will have run out; nothing was scheduled.',
    likely: 'Guest sessions of this deployment end less than a day after the last word.',
    next: 'Choose an earlier hour. If it is often so: Genesys Admin > Message > Messenger Configurations: set the session duration to a day or more.',
    retry: 'never',
  },
  'outreach.follow-up-too-late': {
    meaning:
      'At that hour the customer’s last activity would be more than 24 hours ago; nothing was scheduled.',
    likely: 'The customer left yesterday, and the hour is later in the day than they left.',
    next: 'Choose an earlier hour, or reach the customer by another channel.',
    retry: 'never',
  },
  'outreach.follow-up-quiet-hours': {
    meaning: 'At that hour it is quiet hours where the customer is; nothing was scheduled.',
    likely:
      'The customer lives in another time zone, or the hour is outside QUIET_HOURS only by your own clock.',
    next: 'Choose an hour outside quiet hours.',
    retry: 'never',
  },
} as const;
