/** Why an outreach ended otherwise than sent. */
export const outreachErrors = {
  'outreach.message-invalid': {
    meaning: 'The message does not hold together and was not sent.',
    next: 'Read the named fields; a message is built from one session only.',
    retry: 'never',
  },
  'outreach.not-found': {
    meaning: 'There is no such outreach.',
    next: 'Use the newest card; older ones may belong to data that was removed.',
    retry: 'never',
  },
  'outreach.unknown': {
    meaning: 'It is not known whether the customer got the message: the answer to the send was lost.',
    next: 'Look at the conversation in Genesys Cloud before anyone writes again.',
    retry: 'unknown',
  },
} as const;
