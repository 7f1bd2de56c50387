import type { ErrorCode } from '../errors/catalogue.ts';

/**
 * Sentences of the platforms, of Node.js and of the engines that get pasted without their code, and what they are. Only for explaining: no
 * request is ever judged by them.
 */
const sentences: readonly (readonly [said: RegExp, ...codes: ErrorCode[]])[] = [
  [/missing the following permission/, 'genesys.permission-missing'],
  [/at least one of the following permissions/, 'genesys.permission.any-missing'],
  [/"state"\s*:\s*"rejected"/, 'genesys.notifications.topics-rejected'],
  [/rate limit exceeded the maximum|\brate\.per\.(?:minute|second)\b/, 'genesys.throttled'],
  [/invalid login credentials/, 'genesys.token-refused'],
  [/participant configuration for cross-tenant transfer/, 'genesys.handoff.refused'],
  [/contains invalid user id format/, 'genesys.cobrowse.participants-form'],
  [/invalid session initiation parameters/, 'genesys.cobrowse.refused'],
  [/type must be 'message' or 'event'/, 'genesys.send.schema-wrong'],
  [/\bto\.type (?:is not|must be)/, 'genesys.send.recipient-type'],
  [/\bto\.id is not/, 'genesys.send.recipient-session'],
  [/\bfrom\.id is not/, 'genesys.send.sender-not-allowed'],
  [/\bchannelid is not/, 'genesys.send.channel-wrong'],
  [/\.undelivered\.messages\b/, 'genesys.send.guest-offline'],
  [/feature toggle|presence events conversation \w+ are not supported/, 'genesys.guest.feature-off'],
  [/larger than 2048 bytes/, 'genesys.guest.attributes-too-large'],
  [/message rate too high/, 'genesys.guest.too-fast'],
  [/\bclosed?\b.{0,20}\b1001\b|idle timeout/, 'genesys.notifications.socket-idle'],
  [/\bclosed?\b.{0,20}\b1006\b/, 'genesys.notifications.socket-broken'],
  [/unexpected server response: 4(?:04|10)\b/, 'genesys.notifications.channel-gone'],
  [/unexpected server response: (?!4(?:04|10))[45]\d\d\b/, 'genesys.notifications.handshake-refused'],
  [/socket hang up/, 'genesys.network.reset', 'teams.network.broken'],
  [/timeout of \d+ ?ms exceeded/, 'genesys.network.timed-out', 'teams.network.broken'],
  [/und_err_connect_timeout/, 'genesys.network.connect-timed-out', 'teams.network.broken'],
  [
    /self[- ]signed certificate|certificate has expired|match certificate's altnames|unable to (?:verify the first certificate|get (?:local )?issuer certificate)/,
    'genesys.network.certificate',
    'teams.network.certificate',
  ],
  [/proxy authentication required|\bhttp\/[\d.]+ 407\b/, 'genesys.answer-malformed'],
  [/request ?entity ?too ?large/, 'teams.card.too-big', 'genesys.request.too-large'],
  [/not part of the conversation roster/, 'teams.bot.not-in-roster'],
  [/not accessible for message writes/, 'teams.bot.writes-blocked'],
  [/authorization has been denied for this request/, 'teams.credentials-refused'],
  [/jsonwebtokenerror|invalid signature/, 'teams.token.signature'],
  [/invalid appid passed on token/, 'teams.token.audience'],
  [/no valid identity/, 'teams.unauthorised'],
  [/aadsts\d{4,}/, 'teams.sign-in.client-refused'],
  [/\btoomanyrequests\b|activitylimitreached/, 'teams.directory.throttled', 'teams.throttled'],
  [
    /"error"\s*:\s*\{\s*"code"\s*:\s*"forbidden"/,
    'teams.directory.permission-missing',
    'teams.bot.not-permitted',
  ],
  [/database is locked/, 'store.busy'],
  [/database or disk is full/, 'store.full'],
  [/attempt to write a readonly database/, 'store.read-only'],
  [/unable to open database file/, 'store.not-openable'],
  [/database disk image is malformed|file is not a database/, 'store.corrupt'],
  [/password authentication failed/, 'store.database-credentials'],
  [/eaddrinuse|address already in use/, 'start.port-taken'],
];

/** Which codes a text without any code stands for, by its words. Pure. */
export function wordsAlone(paste: string): ErrorCode[] {
  const low = paste.toLowerCase();
  return sentences.flatMap(([said, ...codes]) => (said.test(low) ? codes : []));
}
