/** Why an outreach ended otherwise than sent. */
export const outreachErrors = {
  'outreach.message-invalid': {
    meaning: 'The message does not hold together and was not sent.',
    likely: 'The session changed while the outreach waited, or the text is empty or over 2,000 characters.',
    next: 'Read the named fields; a message is built from one session only.',
    retry: 'never',
  },
  'outreach.not-found': {
    meaning: 'There is no such outreach.',
    likely: 'The card is of an older installation or its row was removed.',
    next: 'Use the newest card; older ones may belong to data that was removed.',
    retry: 'never',
  },
  'outreach.unknown': {
    meaning: 'It is not known whether the customer got the message: the answer to the send was lost.',
    likely:
      'The connection broke, the platform failed, or the process was killed after the request had left.',
    next: 'Look at the conversation in Genesys Cloud before anyone writes again.',
    retry: 'unknown',
  },
} as const;
