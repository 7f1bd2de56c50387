/** Why an outreach ended otherwise than sent. */
export const outreachErrors = {
  'outreach.stayed': {
    meaning:
      'The program ended after it had written down that a message was about to leave, and before a byte of it left.',
    likely: 'The process was killed, or ran out of memory, in that very moment.',
    next: 'Nothing to do: it is sent now, after a new look at the conversation.',
    retry: 'safe',
  },
  'outreach.id-malformed': {
    meaning: 'An id in the message is not one Genesys Cloud gives; nothing was sent.',
    likely: 'The session came from a record with a missing or mangled id.',
    next: 'Read the ids in the audit trail of this outreach; report it with the conversation id if it repeats.',
    retry: 'never',
  },
  'outreach.id-of-another-kind': {
    meaning: 'Two ids of different things are the same in the message; nothing was sent.',
    likely:
      'A customer, user or conversation id stands where the browser’s session id or the channel belongs.',
    next: 'Compare channel, session, agent and conversation of this outreach; report it with the conversation id.',
    retry: 'never',
  },
  'outreach.channel-not-of-session': {
    meaning: 'The channel is not the one the customer’s session runs on; nothing was sent.',
    likely: 'The customer moved to another deployment, or the session was read from an older conversation.',
    next: 'Nothing to do: the next outreach is built from the newest session.',
    retry: 'never',
  },
  'outreach.to-not-browser-session': {
    meaning: 'The recipient is not the session of the customer’s browser; nothing was sent.',
    likely: 'The customer started a new session meanwhile, in another browser or after clearing the old one.',
    next: 'Nothing to do: the next outreach is built from the newest session.',
    retry: 'never',
  },
  'outreach.contact-not-of-session': {
    meaning: 'The contact is not the one the customer’s conversation is of; nothing was sent.',
    likely: 'Somebody linked the conversation to another contact, or two contacts were merged meanwhile.',
    next: 'Nothing to do if somebody linked it: the next outreach is built from that contact. If it comes again for the same customer, merge the two in Genesys Cloud > External Contacts.',
    retry: 'never',
  },
  'outreach.text-empty': {
    meaning: 'The message has no text anybody could see; nothing was sent.',
    likely: 'OUTREACH_TEXT gives nothing for this customer, or it was edited to nothing.',
    next: 'Write a text, or mend OUTREACH_TEXT.',
    retry: 'never',
  },
  'outreach.text-too-long': {
    meaning: 'The message is longer than the 2,000 characters Genesys Cloud takes; nothing was sent.',
    likely: 'A long name made OUTREACH_TEXT too long, or it was edited.',
    next: 'Shorten the text.',
    retry: 'never',
  },
  'outreach.text-unfit': {
    meaning:
      'The message holds something no customer should see: control characters or a name not filled in; nothing was sent.',
    likely: 'The text was pasted from another program, or a placeholder like {customer} was misspelt.',
    next: 'Write the text anew, or mend OUTREACH_TEXT.',
    retry: 'never',
  },
  'outreach.did-not-arrive': {
    meaning: 'The answer to the send was lost, and a person looked and did not find the message.',
    likely: 'The connection broke or the process was killed before the request reached Genesys Cloud.',
    next: 'Nothing was repeated. Write to the customer yourself, or follow up from the card.',
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
