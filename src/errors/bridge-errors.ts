/** What goes wrong on the bridge of a hand-off, and why a partner's webhook is turned away. */
export const bridgeErrors = {
  'bridge.signature-missing': {
    meaning: 'A call to the bridge’s webhook bears no signature; nothing was taken from it.',
    likely: 'Somebody else found the address, or a proxy on the way removes the header X-Hub-Signature-256.',
    next: 'If the partner’s messages stay out, let the proxy pass X-Hub-Signature-256; otherwise nothing to do.',
    retry: 'never',
  },
  'bridge.signature-wrong': {
    meaning:
      'A call to the bridge’s webhook is signed with another secret, or its body was changed on the way.',
    likely: 'The secret of the partner’s Open Messaging integration was changed, or a proxy rewrites JSON.',
    next: 'Put the integration’s signature secret into the partner’s entry and restart; let proxies pass the body as it is.',
    retry: 'never',
  },
  'bridge.webhook-malformed': {
    meaning:
      'A signed call to the bridge’s webhook is not the documented message; nothing was taken from it.',
    likely: 'The partner’s platform sends a kind this version does not know.',
    next: 'Report it with the time of the call; the partner’s conversation is read as well, so messages still arrive.',
    retry: 'never',
  },
  'bridge.partner-unknown': {
    meaning: 'No partner of this name has a bridge here.',
    likely:
      'The partner was removed from the configuration while hand-offs to it were open, or the webhook’s address was mistyped.',
    next: 'Compare the id in the webhook’s address with `partners`; put the partner back until its hand-offs have ended.',
    retry: 'never',
  },
  'bridge.hand-off-unknown': {
    meaning:
      'The message is for a customer who was not handed off to this partner; nothing was sent to anybody.',
    likely: 'The partner’s integration is used for something else as well, or the store was replaced.',
    next: 'Use an Open Messaging integration of its own for the hand-offs.',
    retry: 'never',
  },
  'bridge.message-refused': {
    meaning:
      'The other side refused a message of a hand-off for good; it was left out, and the side it was meant for is told so.',
    likely: 'The platform has a rule for its text this version does not know.',
    next: 'Read the message where it was written and pass it on by hand; the platform’s own code stands beside this one in the log.',
    retry: 'never',
  },
  'bridge.message-unknown': {
    meaning:
      'Whether a message of a hand-off arrived could not be found out in time; the others went on after it.',
    likely: 'Its answer was lost, and the conversation could not be read for minutes after that.',
    next: 'Compare both conversations, and pass the message on by hand if it is missing.',
    retry: 'never',
  },
  'bridge.landed-elsewhere': {
    meaning:
      'A reply of the partner reached the customer in another of their conversations, so the hand-off was ended.',
    likely:
      'The customer began a second conversation on another device: the platform writes to the person, where they were last.',
    next: 'Go on with the customer yourself; the reply stands in their newer conversation.',
    retry: 'never',
  },
  'bridge.no-route': {
    meaning: 'There is no way to write to the customer in the conversation that was handed off.',
    likely: 'The visitor has no external contact, and the organisation offers none of the field endpoints.',
    next: 'Link the conversation to an external contact before it is handed off.',
    retry: 'never',
  },
  'bridge.side-refuses': {
    meaning: 'One side refused everything for so long that the hand-off was ended.',
    likely: 'The client’s secret, role or Open Messaging integration was changed or removed there.',
    next: 'Read the platform’s code beside this error, mend the partner’s entry or the client’s role, and hand off anew.',
    retry: 'never',
  },
  'bridge.conversation-gone': {
    meaning: 'A conversation of the hand-off does not exist any more, so the hand-off was ended.',
    likely: 'It was deleted or archived in one of the organisations.',
    next: 'Nothing to do; write to the customer anew if they still need help.',
    retry: 'never',
  },
  'bridge.ended-before': {
    meaning: 'The hand-off ended before this message was passed on.',
    likely: 'It was written in the moment the other side left.',
    next: 'The message stands in the conversation it was written in; answer it there.',
    retry: 'never',
  },
  'bridge.end-unfinished': {
    meaning: 'The hand-off ended, but the last words or the end itself did not reach the other side.',
    likely: 'Its platform could not be reached, or the client lacks conversation:communication:disconnect.',
    next: 'End the other conversation by hand, and give the client the permission for the next time.',
    retry: 'never',
  },
} as const;
