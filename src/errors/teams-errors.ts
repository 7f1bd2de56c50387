/** Faults of the Teams side. */
export const teamsErrors = {
  'teams.unauthorised': {
    meaning: 'An activity came without a valid Bot Framework token and was refused.',
    next: 'If it was a real one, check MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID; otherwise somebody is knocking.',
    retry: 'never',
  },
  'teams.credentials-refused': {
    meaning: 'Microsoft refused the bot’s own app id or password.',
    next: 'Check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD (it may have expired) and MICROSOFT_APP_TENANT_ID.',
    retry: 'never',
  },
  'teams.activity-malformed': {
    meaning: 'An activity does not have the documented shape.',
    next: 'Nothing to do unless Teams itself sent it; then report it.',
    retry: 'never',
  },
  'teams.bot-removed': {
    meaning: 'The bot is no longer in that Teams conversation.',
    next: 'Install the app there again; cards go on by themselves.',
    retry: 'never',
  },
  'teams.card-gone': {
    meaning: 'Teams no longer knows the card.',
    next: 'Nothing to do: a replacement is posted.',
    retry: 'safe',
  },
  'teams.throttled': {
    meaning: 'Teams asked to wait (rate limit).',
    next: 'Nothing to do: the card is brought up to date after the wait.',
    retry: 'safe',
  },
  'teams.unreachable': {
    meaning: 'Teams did not take the card.',
    next: 'Nothing to do: it is tried again until the card shows what the ledger says.',
    retry: 'safe',
  },
  'teams.not-a-supervisor': {
    meaning: 'Only supervisors may decide on an outreach or pause it for everybody.',
    next: 'Ask an administrator to add your e-mail to SUPERVISORS; your own outreach you can pause in your personal chat with the bot.',
    retry: 'never',
  },
  'teams.person-unknown': {
    meaning: 'Your Teams account could not be matched to a Genesys Cloud user.',
    next: 'Ask an administrator to give both accounts the same e-mail address.',
    retry: 'never',
  },
  'teams.directory-refused': {
    meaning: 'Microsoft Graph refused to look a person up.',
    next: 'Grant the application permission User.Read.All to the app of MICROSOFT_APP_ID, with admin consent, and check its secret.',
    retry: 'never',
  },
  'teams.directory-unreachable': {
    meaning: 'Microsoft Graph did not answer when a person was looked up.',
    next: 'Try again in a moment; if it stays, check outbound access to login.microsoftonline.com and graph.microsoft.com.',
    retry: 'safe',
  },
  'teams.action-unknown': {
    meaning: 'That button is not known to this version.',
    next: 'Use the newest card of this outreach.',
    retry: 'never',
  },
  'teams.command-failed': {
    meaning: 'The command could not be carried out just now.',
    next: 'Try again in a moment; the cause is in the log under this code.',
    retry: 'safe',
  },
  'teams.action-failed': {
    meaning: 'The button could not be carried out just now.',
    next: 'Try again in a moment; the cause is in the log under this code.',
    retry: 'safe',
  },
  'teams.failed': {
    meaning: 'Something went wrong in the Teams part of the bot that nobody foresaw.',
    next: 'Read the cause in the log under this code, and report it if it comes again.',
    retry: 'safe',
  },
} as const;
