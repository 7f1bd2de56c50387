/** Agents’ own sign-in to Genesys Cloud: in the chat, on the page they come back to, and in the help. */
export const signIn = {
  'sign-in.title': 'Sign in to Genesys Cloud',
  'sign-in.why': 'Signed in as {agent}, you can answer customers from their card here, in your own name.',
  'sign-in.already': 'You are signed in as {agent}. “sign out” ends it; the link signs you in anew.',
  'sign-in.how-long':
    'The link is for you alone, good once and for ten minutes. The sign-in is kept in memory only: after a restart of the bot you sign in again.',
  'sign-in.open': 'Sign in',
  'sign-in.open-tooltip': 'Open the sign-in page of Genesys Cloud',
  'sign-out.title': 'Sign out',
  'sign-out.done': 'You are signed out. Replies from here need a new sign-in.',
  'sign-out.nothing': 'You were not signed in.',
  'sign-in.page.done-title': 'You are signed in',
  'sign-in.page.done':
    'Reachback may send your replies as {agent} now. Go back to Teams: the card of your customer has its Reply button.',
  'sign-in.page.close': 'You may close this page.',
  'sign-in.page.failed-title': 'You are not signed in',
  'sign-in.page.again': 'Say “sign in” to the bot in Teams to get a new link.',
  'sign-in.page.link-spent':
    'This link is not valid any more: it works once, for ten minutes, and not after a restart of the bot.',
  'sign-in.page.cancelled': 'Genesys Cloud did not sign you in. Nothing was kept.',
  'sign-in.page.code-refused': 'Genesys Cloud did not confirm the sign-in. Nothing was kept.',
  'sign-in.page.client-refused':
    'Signing in is not set up rightly here. Please tell your administrator the code below.',
  'sign-in.page.other-person':
    'Somebody else signed in at Genesys Cloud than the agent this link was for. Nothing was kept. Sign out of Genesys Cloud in this browser first.',
  'sign-in.page.not-set-up': 'Signing in is not set up in this installation.',
  'sign-in.page.unanswered': 'Genesys Cloud did not answer just now. Nothing was kept.',
  'help.sign-in': 'Sign in to Genesys as yourself, to answer customers from their card',
  'help.sign-out': 'End that sign-in',
} as const;
