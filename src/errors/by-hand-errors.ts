/** Why a message asked for by hand is refused when it is asked for: nothing is written, nothing sent. */
export const byHandErrors = {
  'outreach.not-a-candidate': {
    meaning: 'This customer is not among those you can write to; nothing was sent.',
    likely:
      'The list is old, the customer is of a channel you do not serve, or the card’s data was changed on its way.',
    next: 'Say “candidates” in your personal chat for those you can write to now.',
    retry: 'never',
  },
  'outreach.other-words-first': {
    meaning: 'This button was pressed before with other words: those count, the ones sent now do not.',
    likely: 'Somebody pressed twice and changed the text in between, or Teams still showed the old form.',
    next: 'The outreach’s own card says what becomes of the first words; say “candidates” for a new form.',
    retry: 'never',
  },
  'outreach.left-alone': {
    meaning: 'This customer is left alone just now; nothing was sent.',
    likely:
      'Something changed since the list was made: the customer came back, was written to, or has been away too long.',
    next: 'Say “candidates” in your personal chat for those you can write to now.',
    retry: 'never',
  },
  'outreach.paused': {
    meaning: 'Outreach is paused; nothing was sent.',
    likely: 'You paused it in your personal chat, or a supervisor paused it for everybody.',
    next: 'Say “resume” to end your own pause; the one for everybody is ended by a supervisor.',
    retry: 'never',
  },
  'outreach.quiet-hours': {
    meaning: 'It is quiet hours where the customer is; nothing was sent.',
    likely:
      'The customer lives in another time zone, or it is early or late; QUIET_HOURS says from when to when.',
    next: 'Write to the customer when quiet hours are over.',
    retry: 'never',
  },
  'outreach.out-of-reach': {
    meaning: 'There is no way to this customer as Reachback is set up; nothing was sent.',
    likely:
      'The customer is anonymous and the organisation offers no other route, or the OAuth client lacks a permission.',
    next: 'Show an administrator this code: npm run doctor names what is missing.',
    retry: 'never',
  },
  'outreach.by-hand-unchecked': {
    meaning: 'Genesys Cloud did not say how the customer’s conversation stands; nothing was sent.',
    likely: 'The connection is disturbed, or Genesys Cloud asked to wait (rate limit).',
    next: 'Press again in a moment; what you wrote is still on the card. If it stays, see the log under this code.',
    retry: 'safe',
  },
} as const;
