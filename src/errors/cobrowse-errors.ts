/** Why cobrowse was not offered to a customer from here, and what is not known of an offer that left. */
export const cobrowseErrors = {
  'cobrowse.not-set-up': {
    meaning: 'Cobrowse cannot be offered from here; nothing was offered.',
    likely:
      'The organisation does not offer the sessions endpoint, and no client is set up for agents to sign in through.',
    next: 'Offer cobrowse in Genesys Cloud; for Teams set GENESYS_SIGN_IN_CLIENT_ID and PUBLIC_URL.',
    retry: 'never',
  },
  'cobrowse.not-signed-in': {
    meaning:
      'Cobrowse is offered in your own name, and you are not signed in to Genesys Cloud here; nothing was offered.',
    likely: 'You never signed in, or the bot was restarted since: it keeps no sign-in.',
    next: 'Say “sign in” in your chat with the bot, then offer it again.',
    retry: 'never',
  },
  'cobrowse.initiator-unknown': {
    meaning: 'You are no Genesys agent this bot knows; nothing was offered.',
    likely: 'Your Teams account is linked to nobody, or to somebody who is in no queue any more.',
    next: 'Say “link” to see who you are taken for; a supervisor can confirm another.',
    retry: 'never',
  },
  'cobrowse.initiator-offline': {
    meaning:
      'You are Offline in Genesys Cloud; nothing was offered. A session of somebody who is not logged in is made and never connects.',
    likely: 'Genesys Cloud is closed, or your presence was set to Offline.',
    next: 'Log in to Genesys Cloud, then offer it again.',
    retry: 'never',
  },
  'cobrowse.presence-unknown': {
    meaning: 'Genesys Cloud did not say whether you are logged in; nothing was offered.',
    likely: 'A disturbance between here and the platform.',
    next: 'Try again in a moment.',
    retry: 'safe',
  },
  'cobrowse.target-malformed': {
    meaning: 'That is not the id of a conversation; nothing was offered.',
    likely: 'A name was written, or the id was not copied whole.',
    next: 'Copy the id from the conversation’s address in Genesys Cloud, or say “cobrowse” alone to choose.',
    retry: 'never',
  },
  'cobrowse.target-is-customer': {
    meaning:
      'That id is a customer’s, not a conversation’s; nothing was offered. Cobrowse is of one interaction, never of a customer.',
    likely: 'The id of the contact, the guest or their browser was used.',
    next: 'Use the id of the conversation you are in, or say “cobrowse” alone to choose.',
    retry: 'never',
  },
  'cobrowse.conversation-unknown': {
    meaning: 'Genesys Cloud has no conversation of that id; nothing was offered.',
    likely: 'The id is of something else, or of another organisation.',
    next: 'Copy the id from the conversation’s address in Genesys Cloud, or say “cobrowse” alone to choose.',
    retry: 'never',
  },
  'cobrowse.not-web': {
    meaning: 'That conversation is no web messaging; nothing was offered.',
    likely: 'It is a call, an e-mail, or a message from a phone: there is no page to look at.',
    next: 'Ask the customer to open the messenger on your site.',
    retry: 'never',
  },
  'cobrowse.conversation-over': {
    meaning: 'The conversation has ended; nothing was offered.',
    likely: 'The customer or an agent left, or the session ran out.',
    next: 'Follow up with the customer; when they write again and you take it, offer cobrowse.',
    retry: 'never',
  },
  'cobrowse.not-yours': {
    meaning: 'You are not in that conversation; nothing was offered.',
    likely: 'A colleague has it, or it waits in a queue.',
    next: 'Let the agent who has it offer cobrowse, or take it over in Genesys Cloud first.',
    retry: 'never',
  },
  'cobrowse.not-connected': {
    meaning: 'You are not connected in that conversation; nothing was offered.',
    likely: 'It rings at you, is parked, or you have left it.',
    next: 'Take it in Genesys Cloud, then offer cobrowse again.',
    retry: 'never',
  },
  'cobrowse.opted-out': {
    meaning: 'The customer asked not to be written to in that conversation; nothing was offered.',
    likely: 'They said so in answer to our message.',
    next: 'Leave them alone.',
    retry: 'never',
  },
  'cobrowse.deployment-unread': {
    meaning: 'It could not be read whether the customer’s messenger has cobrowse; nothing was offered.',
    likely: 'The host of deployment configurations (api-cdn of the region) cannot be reached from here.',
    next: 'Try again; if it stays, let the bot reach api-cdn of your Genesys region.',
    retry: 'safe',
  },
  'cobrowse.deployment-off': {
    meaning: 'Cobrowse is off in the messenger the customer writes through; nothing was offered.',
    likely: 'The messenger configuration of that deployment does not switch it on.',
    next: 'Genesys Admin > Message > Messenger Configurations: switch cobrowse on and publish.',
    retry: 'never',
  },
  'cobrowse.mode-unknown': {
    meaning: 'There is no such way of cobrowse; nothing was offered.',
    likely: 'Another word than “view” or “control” was written behind the conversation.',
    next: 'Write “view” (or nothing), or “control” where the policy allows it.',
    retry: 'never',
  },
  'cobrowse.control-by-policy': {
    meaning: 'The policy does not allow agents to act on a customer’s page; nothing was offered.',
    likely: 'It is off unless supervisors switch it on.',
    next: 'Offer it to view, or ask a supervisor: “policy”.',
    retry: 'never',
  },
  'cobrowse.control-by-deployment': {
    meaning: 'The customer’s messenger does not allow agents to act on the page; nothing was offered.',
    likely: 'Agent control is off in the messenger configuration of that deployment.',
    next: 'Offer it to view, or Genesys Admin > Message > Messenger Configurations: allow agent control.',
    retry: 'never',
  },
  'cobrowse.view-not-kept': {
    meaning:
      'Nothing was offered: it could not be kept to viewing. The platform’s own way takes the mode from the messenger, which allows control, and the policy does not.',
    likely:
      'Agent control is on in the messenger configuration, and the organisation does not offer the sessions endpoint, which takes a mode.',
    next: 'Switch agent control off in the messenger configuration, or let a supervisor allow control: “policy”.',
    retry: 'never',
  },
  'cobrowse.one-under-way': {
    meaning:
      'Another offer in this conversation still stands, or has been accepted; nothing more was offered.',
    likely: 'It was offered a moment ago, here or by another press.',
    next: 'Look at its card: it says what became of it.',
    retry: 'safe',
  },
  'cobrowse.unknown': {
    meaning:
      'It is not known yet whether cobrowse was offered: the answer was lost. It is being looked for and never offered again by itself.',
    likely: 'The connection broke or the platform failed after the request had left.',
    next: 'Wait a moment: the card says whether it is there.',
    retry: 'unknown',
  },
  'cobrowse.not-there': {
    meaning: 'The offer was looked for and not found; had it gone out, it would have run out by now.',
    likely: 'The request never reached Genesys Cloud.',
    next: 'Offer it again if it is still wanted.',
    retry: 'never',
  },
  'cobrowse.outcome-unknown': {
    meaning: 'The offer is over, and Genesys Cloud does not say what the customer answered.',
    likely: 'The organisation’s conversations tell nothing of cobrowse.',
    next: 'Look into the conversation in Genesys Cloud.',
    retry: 'never',
  },
} as const;
