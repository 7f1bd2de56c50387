/** Why an agent’s answer to a customer was not sent from Teams. The leg and its codes: *unverified* refusals of the platform are in send-errors. */
export const replyErrors = {
  'reply.not-yours': {
    meaning: 'Only the agent in whose name the customer was written to may reply here; nothing was sent.',
    likely: 'The card was pressed by somebody else, or the Teams account is linked to another Genesys agent.',
    next: 'Let the agent of this outreach reply, or open the conversation in Genesys Cloud.',
    retry: 'never',
  },
  'reply.not-replied': {
    meaning: 'There is no answer of a customer to reply to; nothing was sent.',
    likely: 'The card is of another version of the bot, or its data was changed on the way.',
    next: 'Use the newest card of this customer, or follow up from the outreach’s own card.',
    retry: 'never',
  },
  'reply.opted-out': {
    meaning: 'The customer asked not to be written to; nothing was sent.',
    likely: 'They said so after this card was drawn.',
    next: 'Leave them alone; they will write if they want something.',
    retry: 'never',
  },
  'reply.not-signed-in': {
    meaning:
      'A reply goes out in your own name, and you are not signed in to Genesys Cloud here; nothing was sent.',
    likely: 'You never signed in, or the bot was restarted since: it keeps no sign-in.',
    next: 'Sign in with the button, then send the reply again.',
    retry: 'never',
  },
  'reply.not-connected': {
    meaning: 'You are not connected in this conversation; nothing was sent.',
    likely: 'It rings at you or a colleague, waits in a queue, or it has ended.',
    next: 'Open it in Genesys Cloud and take it; then reply there, or send your reply from here again.',
    retry: 'never',
  },
  'reply.one-under-way': {
    meaning:
      'Another reply on this card is still on its way, or it is not known yet whether it arrived; nothing more was sent.',
    likely: 'It was sent a moment ago and Genesys Cloud has not answered yet.',
    next: 'Wait until the card says what became of it.',
    retry: 'safe',
  },
  'reply.unknown': {
    meaning:
      'It is not known yet whether the reply arrived: its answer was lost. It is being looked for and never sent again by itself.',
    likely: 'The connection broke or the platform failed after the request had left.',
    next: 'Wait a moment: the card says whether it is in the conversation.',
    retry: 'unknown',
  },
  'reply.not-there': {
    meaning: 'The reply is not in the conversation: it was looked for, and it did not arrive.',
    likely: 'The request never reached Genesys Cloud.',
    next: 'Send it again if it still fits.',
    retry: 'never',
  },
} as const;
