/** Who somebody in Teams is, whom they are in Genesys Cloud, and what they may do there for themselves. */
export const teamsIdentityErrors = {
  'teams.guest': {
    meaning: 'Guests of this organisation may read nothing about customers and decide nothing.',
    likely: 'You are in this team with an account of another organisation.',
    next: 'Use the bot with an account of this organisation; "help" works for everybody.',
    retry: 'never',
  },
  'teams.other-tenant': {
    meaning: 'People of another organisation may read nothing about customers and decide nothing.',
    likely: 'The message came from a shared channel or a chat across organisations.',
    next: 'Use the bot with an account of the organisation of MICROSOFT_APP_TENANT_ID; "help" works for everybody.',
    retry: 'never',
  },
  'teams.owners-unread': {
    meaning: 'The owners of the supervisors’ team could not be read from Microsoft Graph.',
    likely:
      'The application permission GroupMember.Read.All has no admin consent, or SUPERVISOR_TEAM is no Entra group.',
    next: 'Grant GroupMember.Read.All to the app of MICROSOFT_APP_ID and check SUPERVISOR_TEAM; the last list read counts for an hour, after that only SUPERVISORS.',
    retry: 'safe',
  },
  'teams.own-chat-only': {
    meaning: 'That can be said in your personal chat with the bot only.',
    likely: 'It was said in a channel, where it would be everybody’s to see.',
    next: 'Open your personal chat with the bot and say it there.',
    retry: 'never',
  },
  'teams.agent-unknown': {
    meaning: 'No watched Genesys Cloud agent has that e-mail address.',
    likely:
      'It is spelt otherwise in Genesys Cloud, or that agent is in none of the queues of GENESYS_QUEUES.',
    next: 'Copy the e-mail address from your Genesys Cloud profile and say it again, as in "link ada@example.com".',
    retry: 'never',
  },
  'teams.link-needless': {
    meaning: 'Your Teams account is matched to that Genesys Cloud agent already.',
    likely: 'The e-mail addresses are the same, or a supervisor has confirmed it before.',
    next: 'Nothing to do; say "link" to see the present match.',
    retry: 'never',
  },
  'teams.link-pending': {
    meaning: 'You have asked for a link, and no supervisor has decided yet.',
    likely: 'The card waits for a supervisor.',
    next: 'Ask a supervisor to look at the card, or say "unlink" to take the request back.',
    retry: 'never',
  },
  'teams.link-too-often': {
    meaning: 'You have asked for a link several times today, so nothing more was asked.',
    likely: 'Each request puts a card before the supervisors, also one that is taken back.',
    next: 'Speak to a supervisor, or ask again tomorrow.',
    retry: 'never',
  },
  'teams.link-unshown': {
    meaning: 'No supervisor could be shown the request, so nothing was asked.',
    likely: 'The bot is installed in no channel and in no supervisor’s chat, or Teams did not take the card.',
    next: 'Install the bot in the supervisors’ channel, then ask again.',
    retry: 'safe',
  },
  'teams.link-gone': {
    meaning: 'That request for a link is not open any more.',
    likely: 'It was taken back, replaced by another, or nobody decided within a day.',
    next: 'Who wants the link asks again with "link" and the Genesys e-mail address.',
    retry: 'never',
  },
  'teams.link-own': {
    meaning: 'Nobody may confirm their own link.',
    likely: 'The request is yours, from this or another account of yours.',
    next: 'Another supervisor confirms or refuses it on the same card.',
    retry: 'never',
  },
  'teams.pause-end-unclear': {
    meaning: 'When the pause shall end was not understood, or is over already; nothing was paused.',
    likely: 'The words after "pause" are no span and no time.',
    next: 'Say it like "pause 30m", "pause 2h", "pause today", "pause until 15:00", or "pause" alone for a pause without an end.',
    retry: 'never',
  },
} as const;
