/** Why another system was not told of a conversation yet, and what the tool for that may say. */
export const webhookErrors = {
  'webhook.refused': {
    meaning: 'The receiver of conversation events answered with a status that is no success.',
    likely:
      'It is down for a moment, or it refuses the signature: its secret is none of those in WEBHOOK_SECRETS.',
    next: 'Look at the receiver’s own log for that time; a refused signature needs the same secret on both sides.',
    retry: 'safe',
  },
  'webhook.redirected': {
    meaning: 'The receiver of conversation events answered with a redirect, which is not followed.',
    likely: 'WEBHOOK_URL lacks a slash at its end, or names http or an old host.',
    next: 'Set WEBHOOK_URL to the address the redirect leads to, if it is the receiver’s own.',
    retry: 'safe',
  },
  'webhook.gone': {
    meaning: 'The receiver answered 410: it does not want this event, and it is not sent again.',
    likely: 'The receiving integration was removed.',
    next: 'Set the integration up again and drive the event again (npm run webhooks -- redrive), or unset WEBHOOK_URL.',
    retry: 'never',
  },
  'webhook.throttled': {
    meaning: 'The receiver of conversation events asks for a pause, and gets it.',
    likely: 'More conversations began than it takes, as after it was away for a while.',
    next: 'Wait; raise its limit if this goes on.',
    retry: 'safe',
  },
  'webhook.unreachable': {
    meaning: 'No connection to the receiver of conversation events, or it broke before an answer.',
    likely:
      'It is down, its name does not resolve, its certificate is not trusted, or a firewall is between.',
    next: 'Try WEBHOOK_URL with curl from the machine this runs on.',
    retry: 'safe',
  },
  'webhook.timed-out': {
    meaning: 'The receiver of conversation events did not answer within ten seconds.',
    likely: 'It does its work before it answers.',
    next: 'Let it answer first and work afterwards; it may have taken the event, whose id is the same next time.',
    retry: 'safe',
  },
  'webhook.no-such-event': {
    meaning: 'There is no event of that id to send again.',
    likely: 'The id is mistyped, or the receiver has taken the event already.',
    next: 'List what can be sent again: npm run webhooks -- list.',
    retry: 'never',
  },
  'webhook.tool-refused': {
    meaning:
      'The running program does not know the key of who asked to see or send conversation events again.',
    likely: 'It was started again meanwhile, with a new key, or the request does not come from this machine.',
    next: 'Run npm run webhooks again, with the DATA_DIR of the running program, on its machine.',
    retry: 'never',
  },
} as const;
