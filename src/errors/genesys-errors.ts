/** Faults and refusals of the Genesys Cloud platform. Sources: the platform's documented error codes and field reports. */
export const genesysErrors = {
  'genesys.budget-spent': {
    of: 'genesys.throttled',
    meaning: 'The budget of requests to Genesys Cloud is spent for the moment; the request was not sent.',
    likely: 'Many agents changed at once, or Genesys Cloud asked to wait a moment ago.',
    next: 'Nothing to do: the work is taken up again within seconds; see the budget in /metrics if it goes on.',
    retry: 'safe',
  },
  'genesys.credentials-refused': {
    meaning: 'Genesys Cloud refused the OAuth client id or secret.',
    likely: 'The secret was mistyped or renewed, or the client belongs to an organisation of another region.',
    next: 'Check GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET, and that GENESYS_REGION is the region of your organisation.',
    retry: 'never',
  },
  'genesys.token-refused': {
    meaning: 'Genesys Cloud refused the access token (expired, revoked, or of another region).',
    likely: 'The token ended early: the OAuth client was changed, disabled, or its tokens were revoked.',
    next: 'A new token is fetched by itself; if it goes on, check the OAuth client is active.',
    retry: 'safe',
  },
  'genesys.permission-missing': {
    meaning: 'The OAuth client lacks a permission.',
    likely:
      'The role of the OAuth client was made without this permission, or was given in another division.',
    next: 'Genesys Admin > Roles: add the named permission to the role of the OAuth client, then restart Reachback: rights are read at its start.',
    retry: 'never',
  },
  'genesys.not-found': {
    meaning: 'Genesys Cloud does not know the thing asked for.',
    likely: 'It was deleted or archived between our look and our request.',
    next: 'It may have been deleted meanwhile; nothing to do unless this repeats.',
    retry: 'never',
  },
  'genesys.refused': {
    meaning: 'Genesys Cloud refused the request.',
    likely:
      'A setting of the organisation forbids it, or the platform has a rule this version does not know.',
    next: 'Read the platform code and message beside this error.',
    retry: 'never',
  },
  'genesys.throttled': {
    meaning: 'Genesys Cloud asked to wait (rate limit).',
    likely: 'Other programs use the same OAuth client, or many agents changed at once.',
    next: 'Nothing to do: calls go on after Retry-After.',
    retry: 'safe',
  },
  'genesys.server-error': {
    meaning: 'Genesys Cloud answered with a server error.',
    likely: 'A disturbance on the platform’s side, usually over in minutes.',
    next: 'Reads are tried again by themselves; a send becomes unknown and is looked up, never repeated blindly.',
    retry: 'unknown',
  },
  'genesys.no-answer': {
    meaning: 'No answer came from Genesys Cloud (connection reset or timed out).',
    likely: 'A network fault on the way, a proxy that cuts long requests, or an overloaded platform.',
    next: 'Check the network to the region host; reads are tried again, a send becomes unknown.',
    retry: 'unknown',
  },
  'genesys.unreachable': {
    meaning: 'The connection to Genesys Cloud could not be opened; the request never left.',
    likely: 'The name does not resolve, a firewall blocks port 443, or a proxy presents its own certificate.',
    next: 'Check the network, name resolution and TLS to the region host; calls go on when it answers.',
    retry: 'safe',
  },
  'genesys.token-unavailable': {
    meaning: 'No access token could be had from Genesys Cloud; the request was not sent.',
    likely:
      'The login host of the region is blocked or disturbed, or a proxy answers in its place, while the rest may be well.',
    next: 'Check outbound access to the login host of your region; calls go on when it answers.',
    retry: 'safe',
  },
  'genesys.stopped': {
    meaning: 'Reachback is stopping; the request was not sent.',
    likely: 'The process was asked to stop (SIGTERM or SIGINT), as at every deployment.',
    next: 'Nothing to do: the work is taken up at the next start.',
    retry: 'safe',
  },
  'genesys.answer-malformed': {
    meaning: 'Genesys Cloud answered with something other than the documented shape.',
    likely: 'A proxy or gateway answered in the platform’s place, or the platform changed a shape.',
    next: 'Report it with the correlation id; the platform may have changed.',
    retry: 'unknown',
  },
  'genesys.answer-garbled': {
    of: 'genesys.answer-malformed',
    meaning: 'The answer of Genesys Cloud was cut, empty or no JSON at all.',
    likely: 'A proxy or gateway on the way answered with a page of its own, or cut the answer.',
    next: 'Nothing at once: reads are tried again, a send becomes unknown and is looked up; if it goes on, see whose page it is.',
    retry: 'unknown',
  },
  'genesys.frame-malformed': {
    meaning: 'A notification frame does not have the documented shape; it was left out.',
    likely: 'The platform added a kind of event, or a frame was cut on the way.',
    next: 'Nothing to do: the next snapshot corrects the state. Report it if it repeats.',
    retry: 'safe',
  },
  'genesys.presence-undefined': {
    meaning: 'The organisation has no active presence of that kind.',
    likely: 'Somebody deactivated it in Genesys Cloud.',
    next: 'Genesys Admin > Presence: activate it, or choose another presence.',
    retry: 'never',
  },
  'genesys.feed-stale': {
    meaning: 'The presence feed is silent or disconnected; nothing is triggered from stale presence.',
    likely:
      'The network to the streaming host was lost, or a proxy holds the socket open without passing anything on.',
    next: 'It reconnects by itself; if it stays, check outbound WebSocket access to the streaming host.',
    retry: 'safe',
  },
} as const;
