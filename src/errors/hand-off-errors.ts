/** What goes wrong when a conversation is handed to another organisation. The ticket's codes are said by whoever receives it. */
export const handOffErrors = {
  'handoff.not-set-up': {
    meaning: 'No partner organisation is registered, so nothing can be handed over.',
    likely: 'Nobody registered one, or the card is older than the change that took the last partner out.',
    next: 'Let a supervisor register a partner with “partners” in Teams, or name it in the file of PARTNERS_FILE.',
    retry: 'never',
  },
  'handoff.not-found': {
    meaning: 'There is no such hand-off.',
    likely: 'It was over more than 30 days ago and is forgotten, or the card is of another installation.',
    next: 'Use the newest card of this customer.',
    retry: 'never',
  },
  'handoff.supervisors-only': {
    meaning: 'Only supervisors may see and register partner organisations.',
    likely: 'The command was said, or the button pressed, by somebody who is no supervisor.',
    next: 'Ask a supervisor, or let SUPERVISORS name you.',
    retry: 'never',
  },
  'handoff.not-yours': {
    meaning: 'Only the agent who handed the conversation over, or a supervisor, may end the hand-off.',
    likely: 'The button was pressed by somebody else.',
    next: 'Ask the agent on the card or a supervisor.',
    retry: 'never',
  },
  'handoff.partner-unknown': {
    meaning: 'This partner organisation is not registered; nothing was done.',
    likely: 'It was taken out in Teams or of PARTNERS_FILE since the card was drawn or the hand-off began.',
    next: 'Choose another partner on a new card, or register it again.',
    retry: 'never',
  },
  'handoff.queue-unknown': {
    meaning: 'The partner has no such queue for hand-offs; nothing was handed over.',
    likely: 'The queues of the partner were changed since the card was drawn.',
    next: 'Choose another queue on a new card, or add it to the partner’s queues.',
    retry: 'never',
  },
  'handoff.channel-unmapped': {
    meaning: 'The partner takes no conversations of this channel type; nothing was handed over.',
    likely: 'The conversation is not web messaging, or channelTypes of the partner does not name its type.',
    next: 'Add the channel type to channelTypes of the partner, if the partner agrees.',
    retry: 'never',
  },
  'handoff.text-too-long': {
    meaning: 'The note for the partner is too long; nothing was handed over.',
    likely: 'It has more than 500 characters.',
    next: 'Shorten the note: the partner gets the whole conversation anyway.',
    retry: 'never',
  },
  'handoff.not-on-conversation': {
    meaning: 'You are not connected in this conversation; nothing was handed over.',
    likely: 'It rings at you or a colleague, waits in a queue, or you have left it.',
    next: 'Take the conversation in Genesys Cloud, then hand it off.',
    retry: 'never',
  },
  'handoff.conversation-over': {
    meaning: 'The conversation is over; nothing was handed over.',
    likely: 'The customer or an agent ended it.',
    next: 'Follow up with the customer first, or let them write again.',
    retry: 'never',
  },
  'handoff.under-way': {
    meaning: 'This conversation is being handed over already; nothing was done a second time.',
    likely: 'The button was pressed twice, or by a colleague a moment ago.',
    next: 'Look at the card of that hand-off; end it first if it is the wrong one.',
    retry: 'never',
  },
  'handoff.partner-unreachable': {
    meaning: 'The partner could not be reached for its word on the ticket; nothing was handed over.',
    likely: 'The address in ticketUrl is wrong, or the partner’s Reachback is down.',
    next: 'Ask the partner whether its Reachback runs, compare ticketUrl, then hand off again.',
    retry: 'safe',
  },
  'handoff.partner-answer-malformed': {
    meaning: 'The partner’s answer about the ticket could not be read; nothing was handed over.',
    likely: 'Something other than a Reachback answers at ticketUrl.',
    next: 'Compare ticketUrl with the address the partner gave you.',
    retry: 'never',
  },
  'handoff.organisation-mismatch': {
    meaning: 'The partner’s OAuth client belongs to another organisation than the one registered.',
    likely: 'Client id, region or organisation id of the partner are mixed up.',
    next: 'Compare the organisation id with the partner’s Admin > Account Settings > Organization.',
    retry: 'never',
  },
  'handoff.contract-not-offered': {
    meaning: 'The organisation does not offer the transfer of the field contract; nothing was handed over.',
    likely: 'The partner is registered with the contract “field”, and the endpoint is not there.',
    next: 'Set the contract of the partner to “bridge”, which every organisation offers.',
    retry: 'never',
  },
  'handoff.partner-malformed': {
    meaning: 'A field of the partner is not as it must be; nothing was registered.',
    likely: 'It was mistyped, or is missing.',
    next: 'Mend the fields that are named, then save again; docs/hand-off.md says what each one is.',
    retry: 'never',
  },
  'handoff.partner-secret-typed': {
    meaning:
      'A field that takes the name of a variable beginning with PARTNER_ got something else; it was neither kept nor logged.',
    likely: 'The secret itself was typed, or a variable was named that is not for partners.',
    next: 'Secrets do not belong into a chat: if it was one, let the partner issue another. Set it as a variable like PARTNER_SOUTHRIDGE_SECRET where Reachback runs, start it again, and type that name.',
    retry: 'never',
  },
  'handoff.partner-key-private': {
    meaning: 'The trust keys hold a private key; it was neither kept nor logged.',
    likely: 'The partner’s key file was pasted instead of its public keys.',
    next: 'Tell the partner to change that key: it was in a chat. Paste what its GET /hand-off/keys answers.',
    retry: 'never',
  },
  'handoff.partner-variable-unset': {
    meaning: 'A variable that holds a secret of the partner is not set; the partner is not in force.',
    likely: 'It was never set where Reachback runs, or it was set after the start.',
    next: 'Set it where Reachback runs, start Reachback again, then register the partner again if it was not kept.',
    retry: 'never',
  },
  'handoff.partner-row-invalid': {
    meaning: 'What is kept of a partner registered in Teams cannot be used; the others go on.',
    likely:
      'A newer version wrote it, somebody changed the store by hand, or a rule of this version is stricter.',
    next: 'Change the partner with “partners” in Teams, or take it out.',
    retry: 'never',
  },
  'handoff.partner-in-file': {
    meaning: 'The file of PARTNERS_FILE has a partner of this id or organisation, and the file wins.',
    likely: 'It is registered twice, is to be changed where it does not stand, or is the sandbox’s own.',
    next: 'Change it in the file and start Reachback again, or take it out there first.',
    retry: 'never',
  },
  'handoff.partner-id-taken': {
    meaning: 'Another partner registered in Teams has this id; nothing was registered.',
    likely: 'The partner is registered already.',
    next: 'Say “partners”, choose it and press Change, or take another id.',
    retry: 'never',
  },
  'handoff.partner-organisation-taken': {
    meaning: 'Another partner registered in Teams is of this organisation; this one is not in force.',
    likely: 'The same organisation was registered under two ids.',
    next: 'Change the other one, or take it out first.',
    retry: 'never',
  },
  'handoff.partner-is-ourselves': {
    meaning: 'This is our own organisation; nothing was registered.',
    likely: 'Our own organisation id was typed instead of the partner’s.',
    next: 'Ask the partner for the id on its Admin > Account Settings > Organization.',
    retry: 'never',
  },
  'handoff.partner-client-refused': {
    meaning: 'The partner’s region refused the OAuth client; nothing was registered.',
    likely:
      'Client id, the secret in the variable and the region do not belong together, or the client was disabled.',
    next: 'Compare all three with what the partner gave you: a client of the kind client credentials in the partner’s own organisation.',
    retry: 'never',
  },
  'handoff.partner-check-late': {
    meaning: 'The partner’s organisation has not answered yet; nothing was registered.',
    likely: 'Its region is slow just now, or cannot be reached from here.',
    next: 'Press Save again in a few seconds: its answer is still waited for.',
    retry: 'safe',
  },
  'handoff.partner-busy': {
    meaning:
      'Hand-offs to this partner are under way, and rest on what was to be changed; nothing was changed.',
    likely: 'Organisation, region, contract or integration was changed while customers are on a bridge.',
    next: 'Wait for their end or end them on their cards; or register the new way under another id.',
    retry: 'never',
  },
  'handoff.partner-changed-meanwhile': {
    meaning: 'Somebody else changed the partners meanwhile; nothing was done.',
    likely: 'Two supervisors were at it, or the card is old.',
    next: 'Say “partners” and look at how they stand now.',
    retry: 'never',
  },
  'handoff.move-unknown': {
    meaning:
      'It is not known yet whether the conversation was moved: the answer was lost. It is looked for, and not asked for again.',
    likely: 'The connection broke or the platform failed after the request had left.',
    next: 'Wait a moment: the card says what became of it.',
    retry: 'unknown',
  },
  'handoff.not-moved': {
    meaning: 'The conversation was not moved: it was looked for, and it is still here.',
    likely: 'The request never reached Genesys Cloud.',
    next: 'Hand off again if it still fits.',
    retry: 'never',
  },
  'handoff.ticket.malformed': {
    meaning: 'The hand-off ticket is no ticket at all.',
    likely: 'It was cut, changed on the way, or made by something else.',
    next: 'Let the organisation it came from issue a new one, with all claims of docs/hand-off.md.',
    retry: 'never',
  },
  'handoff.ticket.algorithm': {
    meaning: 'The hand-off ticket is not signed with EdDSA.',
    likely:
      'Somebody tries a ticket without a signature or with a shared secret, or another library signed it.',
    next: 'Sign tickets with the Ed25519 key whose public half was exchanged, alg EdDSA.',
    retry: 'never',
  },
  'handoff.ticket.issuer-unknown': {
    meaning: 'The hand-off ticket is of an organisation that is not registered here.',
    likely: 'The partner is not registered, or with another organisation id.',
    next: 'Register the issuing organisation with its trust keys, if it is a partner.',
    retry: 'never',
  },
  'handoff.ticket.signature': {
    meaning: 'The signature of the hand-off ticket does not hold.',
    likely: 'The partner changed its key and the trust keys here are old, or the ticket was forged.',
    next: 'Fetch the partner’s keys anew from its GET /hand-off/keys into trustKeys.',
    retry: 'never',
  },
  'handoff.ticket.audience': {
    meaning: 'The hand-off ticket is meant for another organisation.',
    likely: 'The ticketUrl of one partner stands at another, or organisationId is wrong.',
    next: 'Compare organisationId and ticketUrl of the partner.',
    retry: 'never',
  },
  'handoff.ticket.expired': {
    meaning: 'The hand-off ticket has expired.',
    likely: 'It lives five minutes: it was held up, used late, or the clocks of both sides differ.',
    next: 'Hand off again; set both clocks by NTP (30 seconds are forgiven).',
    retry: 'never',
  },
  'handoff.ticket.not-yet-valid': {
    meaning: 'The hand-off ticket is not valid yet.',
    likely: 'The clock of the issuing side is ahead by more than 30 seconds.',
    next: 'Set both clocks by NTP, then hand off again.',
    retry: 'never',
  },
  'handoff.ticket.too-long': {
    meaning: 'The hand-off ticket is valid for longer than five minutes.',
    likely: 'Another program than Reachback issued it.',
    next: 'Issue tickets with exp at most 300 seconds after nbf.',
    retry: 'never',
  },
  'handoff.ticket.replayed': {
    meaning: 'The hand-off ticket was used before.',
    likely: 'The same request was sent twice, or somebody replays what they saw.',
    next: 'Issue a new ticket for each hand-off; look into the log if nobody sent it twice.',
    retry: 'never',
  },
  'handoff.ticket.channel-unmapped': {
    meaning: 'The hand-off ticket is of a channel type that is not accepted from this partner.',
    likely: 'The channelTypes of the partner do not name it.',
    next: 'Add it to channelTypes of the partner, if such conversations are to be taken.',
    retry: 'never',
  },
} as const;
