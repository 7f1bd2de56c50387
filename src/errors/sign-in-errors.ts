/** Agents’ own sign-in to Genesys Cloud, by authorization code with PKCE (SDK 262). */
export const signInErrors = {
  'reply.sign-in.not-set-up': {
    meaning: 'Signing in to Genesys Cloud is not set up in this installation.',
    likely: 'GENESYS_SIGN_IN_CLIENT_ID or PUBLIC_URL is not set.',
    next: 'Reply in Genesys Cloud; an administrator can set both variables, see docs/sign-in.md.',
    retry: 'never',
  },
  'reply.sign-in.personal-only': {
    meaning: 'Signing in is something between you and the bot: it works in your personal chat only.',
    likely: 'The command was said in a channel.',
    next: 'Say it to the bot in your personal chat.',
    retry: 'never',
  },
  'reply.sign-in.link-spent': {
    meaning: 'This sign-in link is not valid (any more); nobody was signed in.',
    likely:
      'It was used before, is older than ten minutes, the bot was restarted since, or the browser came back to another instance than the link is of.',
    next: 'Say "sign in" to the bot in Teams and use the new link; with several instances let the proxy pass Teams and /genesys/signed-in to one of them.',
    retry: 'never',
  },
  'reply.sign-in.cancelled': {
    meaning: 'Genesys Cloud did not sign you in; nothing was kept.',
    likely: 'The sign-in was cancelled, or the OAuth client may not be used by you.',
    next: 'Say "sign in" to the bot in Teams to try again.',
    retry: 'never',
  },
  'reply.sign-in.code-refused': {
    meaning: 'Genesys Cloud did not take the code its own sign-in page gave; nobody was signed in.',
    likely: 'It took too long, or the page was loaded twice.',
    next: 'Say "sign in" to the bot in Teams and use the new link.',
    retry: 'never',
  },
  'reply.sign-in.client-refused': {
    meaning: 'Genesys Cloud refused the OAuth client agents sign in through.',
    likely: 'GENESYS_SIGN_IN_CLIENT_ID or its secret is wrong, or its grant type is not Code Authorization.',
    next: 'Genesys Admin > Integrations > OAuth: compare the client, its grant type and its redirect address with docs/sign-in.md.',
    retry: 'never',
  },
  'reply.sign-in.other-person': {
    meaning: 'Somebody else signed in at Genesys Cloud than the agent this link was for; nothing was kept.',
    likely: 'Another user was signed in to Genesys Cloud in that browser, or the link was passed on.',
    next: 'Sign out of Genesys Cloud in that browser, say "sign in" again, and sign in as yourself.',
    retry: 'never',
  },
  'reply.sign-in.ended': {
    meaning: 'Your sign-in to Genesys Cloud has ended; nothing was sent.',
    likely: 'It expired, or it was ended in Genesys Cloud.',
    next: 'Sign in again, then send the reply again.',
    retry: 'never',
  },
} as const;
