import { deepEqual } from 'node:assert/strict';
import { explain } from '../../../src/explain/explain.ts';

/** What gets pasted without its code: the sentence alone. */
const sentences: readonly (readonly [sentence: string, ...codes: string[]])[] = [
  ['You are missing the following permission(s): conversation:message:create', 'genesys.permission-missing'],
  [
    'You must have at least one of the following permissions assigned: [journey:actionmap:view]',
    'genesys.permission.any-missing',
  ],
  ['Rate limit exceeded the maximum. Retry the request in [42] seconds', 'genesys.throttled'],
  ['client.credentials.token.rate.per.minute', 'genesys.throttled'],
  ['Invalid login credentials.', 'genesys.token-refused'],
  ['Invalid participant configuration for cross-tenant transfer.', 'genesys.handoff.refused'],
  ["Field 'participants' contains invalid user ID format", 'genesys.cobrowse.participants-form'],
  ['Invalid session initiation parameters', 'genesys.cobrowse.refused'],
  ["Invalid message payload. Type must be 'message' or 'event'.", 'genesys.send.schema-wrong'],
  ['to.type is not web', 'genesys.send.recipient-type'],
  ["to.id is not the browser's session id", 'genesys.send.recipient-session'],
  ['from.id is not a user with permission on the channel', 'genesys.send.sender-not-allowed'],
  ["channelId is not the session's channel", 'genesys.send.channel-wrong'],
  ['Turn on the Feature Toggle or fix the configuration.', 'genesys.guest.feature-off'],
  ['Presence events Conversation Clear are not supported', 'genesys.guest.feature-off'],
  ['Custom attributes are larger than 2048 bytes', 'genesys.guest.attributes-too-large'],
  ['Message rate too high for this session', 'genesys.guest.too-fast'],
  ['close code 1001 "idle timeout"', 'genesys.notifications.socket-idle'],
  ['WebSocket closed with code 1006', 'genesys.notifications.socket-broken'],
  ['Unexpected server response: 404', 'genesys.notifications.channel-gone'],
  ['Unexpected server response: 403', 'genesys.notifications.handshake-refused'],
  ['Error: socket hang up', 'genesys.network.reset', 'teams.network.broken'],
  ['AxiosError: timeout of 15000ms exceeded', 'genesys.network.timed-out', 'teams.network.broken'],
  ['UND_ERR_CONNECT_TIMEOUT', 'genesys.network.connect-timed-out', 'teams.network.broken'],
  [
    'self-signed certificate in certificate chain',
    'genesys.network.certificate',
    'teams.network.certificate',
  ],
  ['HTTP/1.1 407 Proxy Authentication Required', 'genesys.answer-malformed'],
  ['RestError: RequestEntityTooLarge', 'teams.card.too-big', 'genesys.request.too-large'],
  ['The bot is not part of the conversation roster.', 'teams.bot.not-in-roster'],
  ['Thread is not accessible for message writes.', 'teams.bot.writes-blocked'],
  ['{"message":"Authorization has been denied for this request."}', 'teams.credentials-refused'],
  ['JsonWebTokenError: invalid signature', 'teams.token.signature'],
  ['Unauthorized. Invalid AppId passed on token: x', 'teams.token.audience'],
  ['Unauthorized. No valid identity.', 'teams.unauthorised'],
  ['AADSTS7000112: Application is disabled.', 'teams.sign-in.client-refused'],
  ['{"error":{"code":"activityLimitReached"}}', 'teams.directory.throttled', 'teams.throttled'],
  [
    '{"error":{"code":"Forbidden","message":""}}',
    'teams.directory.permission-missing',
    'teams.bot.not-permitted',
  ],
  ['database is locked', 'store.busy'],
  ['database or disk is full', 'store.full'],
  ['attempt to write a readonly database', 'store.read-only'],
  ['unable to open database file', 'store.not-openable'],
  ['database disk image is malformed', 'store.corrupt'],
  ['password authentication failed for user "x"', 'store.database-credentials'],
  ['listen EADDRINUSE: address already in use :::3978', 'start.port-taken'],
];

describe('explaining a sentence pasted without its code', () => {
  for (const [sentence, ...codes] of sentences) {
    it(`knows “${sentence}” by its words alone`, () => {
      deepEqual(
        explain(sentence).found.map(({ code }) => code),
        codes,
      );
    });
  }
});
