/** Why a press of a supervisor was not carried out; nothing is changed then. */
export const decisionErrors = {
  'outreach.snooze-too-late': {
    meaning: 'It cannot be put off that long: there would be no time left to decide; nothing was changed.',
    likely: 'The customer’s 24 hours end before, or it is night where they are by then.',
    next: 'Decide now, or choose the shorter time.',
    retry: 'never',
  },
  'outreach.not-on-this-card': {
    meaning: 'What was pressed is not on this card; nothing was changed.',
    likely: 'The button’s data was changed on its way, or the card is of another conversation.',
    next: 'Decide on a card the bot has posted in this conversation.',
    retry: 'never',
  },
  'outreach.note-too-long': {
    meaning: 'The words beside the reason are longer than 200 characters; nothing was changed.',
    likely: 'They were pasted from somewhere, or the card was changed on its way.',
    next: 'Shorten them and press again.',
    retry: 'never',
  },
} as const;
