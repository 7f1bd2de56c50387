/** Faults of the Teams side. */
export const teamsErrors = {
  'teams.unauthorised': {
    meaning: 'An activity came without a valid Bot Framework token and was refused.',
    likely:
      'Something other than Teams calls the bot’s public address, or the app id is of another registration.',
    next: 'If it was a real one, check MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID; otherwise somebody is knocking.',
    retry: 'never',
  },
  'teams.credentials-refused': {
    meaning: 'Microsoft refused the bot’s own app id or password.',
    likely: 'The client secret expired: Azure gives it six months to two years.',
    next: 'Check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD (it may have expired) and MICROSOFT_APP_TENANT_ID.',
    retry: 'never',
  },
  'teams.activity-malformed': {
    meaning: 'An activity does not have the documented shape.',
    likely: 'Something other than Teams posted to the bot’s address.',
    next: 'Nothing to do unless Teams itself sent it; then report it.',
    retry: 'never',
  },
  'teams.bot-removed': {
    meaning: 'The bot is no longer in that Teams conversation.',
    likely: 'Somebody uninstalled the app there, or blocked the bot.',
    next: 'Install the app there again; cards go on by themselves.',
    retry: 'never',
  },
  'teams.card-gone': {
    meaning: 'Teams no longer knows the card.',
    likely: 'The message was deleted, or the channel’s history ended by retention.',
    next: 'Nothing to do: a replacement is posted.',
    retry: 'safe',
  },
  'teams.throttled': {
    meaning: 'Teams asked to wait (rate limit).',
    likely: 'Many cards changed in one conversation within seconds, or Teams is under load.',
    next: 'Nothing to do: the card is brought up to date after the wait.',
    retry: 'safe',
  },
  'teams.unreachable': {
    meaning: 'Teams did not take the card.',
    likely: 'The network to the Teams service broke, or Teams is disturbed.',
    next: 'Nothing to do: it is tried again until the card shows what the ledger says.',
    retry: 'safe',
  },
  'teams.not-a-supervisor': {
    meaning: 'Only supervisors may decide on an outreach or pause it for everybody.',
    likely:
      'The person’s e-mail is missing from SUPERVISORS or is spelt otherwise there than in Teams, or they do not own the team of SUPERVISOR_TEAM.',
    next: 'Ask an administrator to add your e-mail to SUPERVISORS; your own outreach you can pause in your personal chat with the bot.',
    retry: 'never',
  },
  'teams.person-unknown': {
    meaning: 'Your Teams account could not be matched to a Genesys Cloud user.',
    likely: 'The e-mail addresses of the two accounts differ, or the Genesys Cloud user is inactive.',
    next: 'Say "link" and your Genesys e-mail address for a supervisor to confirm, or ask an administrator to give both accounts the same e-mail address.',
    retry: 'never',
  },
  'teams.directory-refused': {
    meaning: 'Microsoft Graph refused to look a person up.',
    likely: 'The application permission was never granted admin consent, or the secret expired.',
    next: 'Grant the application permission User.Read.All to the app of MICROSOFT_APP_ID, with admin consent, and check its secret.',
    retry: 'never',
  },
  'teams.directory-unreachable': {
    meaning: 'Microsoft Graph did not answer when a person was looked up.',
    likely: 'Outbound access to Microsoft is blocked or disturbed.',
    next: 'Try again in a moment; if it stays, check outbound access to login.microsoftonline.com and graph.microsoft.com.',
    retry: 'safe',
  },
  'teams.action-unknown': {
    meaning: 'That button is not known to this version.',
    likely: 'The card was posted by another version of the bot, or what it is about is forgotten by now.',
    next: 'Use the newest card of this outreach.',
    retry: 'never',
  },
  'teams.command-failed': {
    meaning: 'The command could not be carried out just now.',
    likely: 'The store or Genesys Cloud did not answer at that moment.',
    next: 'Try again in a moment; the cause is in the log under this code.',
    retry: 'safe',
  },
  'teams.action-failed': {
    meaning: 'The button could not be carried out just now.',
    likely: 'The store or Genesys Cloud did not answer at that moment.',
    next: 'Try again in a moment; the cause is in the log under this code.',
    retry: 'safe',
  },
  'teams.search-failed': {
    meaning: 'The search for customers could not be carried out just now.',
    likely: 'The store or Teams did not answer at that moment, or not in time.',
    next: 'Search again in a moment; the cause is in the log under this code.',
    retry: 'safe',
  },
  'teams.press-late': {
    meaning: 'A pressed button takes longer than Teams waits; it was answered for now and goes on.',
    likely: 'The store, Genesys Cloud or Teams’ roster is slow at that moment.',
    next: 'Nothing to do once: the card shows the outcome. If it comes again and again, see which of them is slow.',
    retry: 'safe',
  },
  'teams.failed': {
    meaning: 'Something went wrong in the Teams part of the bot that nobody foresaw.',
    likely: 'A fault of this program, or an answer of Teams that no code covers yet.',
    next: 'Read the cause in the log under this code, and report it if it comes again.',
    retry: 'safe',
  },
} as const;
