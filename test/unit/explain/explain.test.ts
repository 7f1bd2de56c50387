import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../../src/explain/explain.ts';
import { inWords } from '../../../tools/explain/in-words.ts';

const correlationId = '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01';
const denied = JSON.stringify({ message: 'Access denied', status: 403, code: 'forbidden' });

const pastes: Readonly<Record<string, readonly [paste: string, codes: readonly string[]]>> = {
  'a proactive message in the schema of a reply': [
    `{"errorCode":"invalid.request","message":"Invalid message payload. Type must be 'message' or 'event'."}`,
    ['genesys.send.schema-wrong'],
  ],
  'a denied reply, wherever it was sent': [
    denied,
    ['genesys.permission.access-denied', 'genesys.send.conversation-closed', 'genesys.send.webchat-denied'],
  ],
  'a denied reply with its request': [
    `POST https://api.mypurecloud.de/api/v2/communications/conversations/${correlationId}/participants/${correlationId}/messages
HTTP/1.1 403 Forbidden

${denied}`,
    ['genesys.send.conversation-closed'],
  ],
  'a cross-tenant transfer': [
    '{"status":400,"code":"bad_request","message":"Invalid participant configuration for cross-tenant transfer."}',
    ['genesys.handoff.refused'],
  ],
  'the other side of a cross-tenant transfer': [
    '{"action":"session.validation.failed","status":"FAILURE"}',
    ['genesys.handoff.session-invalid'],
  ],
  'a widget’s token, in words': ['403 Token is invalid or expired.', ['genesys.widget.token-invalid']],
  'a cobrowse session': [
    `{"status":400,"code":"bad_request","message":"Invalid session initiation parameters","errors":[{"code":"invalid_field","message":"Field 'participants' contains invalid user ID format","path":"participants[0].id"}]}`,
    ['genesys.cobrowse.participants-form', 'genesys.cobrowse.refused'],
  ],
  'an OAuth refusal': [
    '{"error":"invalid_client","description":"authentication failed","error_description":"authentication failed"}',
    ['genesys.credentials-refused'],
  ],
  'a secret of Azure that has expired': [
    '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."}',
    ['teams.sign-in.secret-expired'],
  ],
  'a refusal of Teams': [
    '{"error":{"code":"MessageSizeTooBig","message":"Message size too large."}}',
    ['teams.card.too-big'],
  ],
  'a refusal of Teams with its reason inside the message': [
    JSON.stringify({ errorCode: 209, message: JSON.stringify({ subCode: 'MessageWritesBlocked' }) }),
    ['teams.bot.writes-blocked'],
  ],
  'a refusal of Graph': [
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges"}}',
    ['teams.directory.permission-missing'],
  ],
  'a guest’s frame': [
    '{"type":"response","class":"string","code":4006,"body":"session expired"}',
    ['genesys.guest.session-expired'],
  ],
  'a frame of a notification socket': [
    '{"topicName":"v2.system.no_longer_subscribed","eventBody":{"systemTopicType":"no_longer_subscribed"}}',
    ['genesys.notifications.channel-evicted'],
  ],
  'a socket’s end': ['WebSocket closed 1006', ['genesys.notifications.socket-broken']],
  'a message that waits for its reader': [
    '{"id":"5d3b","status":"delivery-failed","messengerType":"webmessaging"}',
    ['genesys.send.guest-offline'],
  ],
  'an answer over a notification socket': ['{"result":"404"}', ['genesys.notifications.channel-gone']],
  'a network fault': [
    'connect ECONNREFUSED 127.0.0.1:443',
    ['genesys.network.connection-refused', 'teams.network.refused', 'store.database-unreachable'],
  ],
  'a line of our log': [
    `{"level":40,"code":"genesys.send.session-expired","facts":{"status":400,"correlationId":"${correlationId}"}}`,
    ['genesys.send.session-expired'],
  ],
  'a code of ours': ['teams.bot-removed', ['teams.bot-removed']],
  'a status and a path': [
    'POST /api/v2/conversations/messages/agentless → HTTP 503',
    ['genesys.server.unavailable'],
  ],
  'a status with nothing to tell it apart': [
    '{"status":403,"message":"x"}',
    [
      'genesys.refused',
      'genesys.notifications.topic-forbidden',
      'genesys.send.webchat-denied',
      'genesys.widget.exchange-refused',
    ],
  ],
  'what the official SDK throws': [
    `{"status":403,"headers":{},"body":{"message":"x","code":"missing.permissions","status":403},"text":"{}"}`,
    ['genesys.permission-missing', 'genesys.notifications.topic-forbidden'],
  ],
  'what axios throws': [
    `{"message":"Request failed with status code 400","code":"ERR_BAD_REQUEST","response":{"status":400,"data":{"errorCode":"invalid.request","message":"Invalid message payload. Type must be 'message' or 'event'."}}}`,
    ['genesys.send.schema-wrong'],
  ],
  'a status with its name': [
    '401 Unauthorized',
    [
      'genesys.token-refused',
      'genesys.widget.exchange-refused',
      'genesys.widget.refresh-refused',
      'teams.credentials-refused',
    ],
  ],
  'a line of a proxy’s log': [
    '10.0.0.7 - "POST /api/v2/conversations/messaging/external-messages HTTP/1.1" 404 312',
    ['genesys.send.not-offered'],
  ],
  'a request line and its answer on one line': [
    'POST /api/v2/conversations/messaging/external-messages HTTP/1.1 404',
    ['genesys.send.not-offered'],
  ],
  'a path and a status': [
    'GET https://api.mypurecloud.de/api/v2/routing/queues?pageSize=25 503',
    ['genesys.server.unavailable'],
  ],
  'a status alone': ['429', ['genesys.throttled', 'teams.throttled']],
  'the page of a gateway': [
    '<html><head><title>502 Bad Gateway</title></head></html>',
    ['genesys.server.bad-gateway', 'teams.gateway-failed'],
  ],
  'topics that were rejected with 200': [
    `{"entities":[{"id":"v2.users.${correlationId}.presence","state":"Rejected","missingPermissions":["a:b:c"]}]}`,
    ['genesys.notifications.topics-rejected'],
  ],
  'the event of a message nobody was there for': [
    `{"topicName":"v2.webmessaging.deployments.${correlationId}.undelivered.messages","version":"2","eventBody":{"messages":[]}}`,
    ['genesys.send.guest-offline'],
  ],
  'a tab too many': [
    '{"type":"message","class":"ConnectionClosedEvent","code":200,"body":{}}',
    ['genesys.guest.connection-closed'],
  ],
  'a sign-out': [
    '{"type":"message","class":"LogoutEvent","code":200,"body":{}}',
    ['genesys.guest.signed-out'],
  ],
  'a quoted body': [JSON.stringify('{"status":400,"code":"max.user.ids"}'), ['genesys.request.too-many-ids']],
  nothing: ['', []],
  'what nobody knows': ['the moon is full', []],
  'a body nobody knows': ['{"status":418,"code":"teapot"}', []],
};

describe('explaining a pasted error', () => {
  it('gives the wait back as a body or a guest’s frame says it', () => {
    for (const paste of [
      '{"code":"too.many.requests.retry.after","message":"Rate limit exceeded the maximum. Retry the request in [42] seconds"}',
      '{"class":"TooManyRequestsErrorMessage","code":429,"body":{"retryAfter":42,"errorCode":4029}}',
    ])
      equal(explain(paste).retryAfterSeconds, 42);
  });

  for (const [what, [paste, codes]] of Object.entries(pastes)) {
    it(`knows ${what}`, () => {
      deepEqual(
        explain(paste).found.map(({ code }) => code),
        codes,
      );
    });
  }

  it('gives the wait, the correlation id and the missing permissions back', () => {
    const {
      correlationId: id,
      permissions,
      retryAfterSeconds,
    } = explain(
      `HTTP/1.1 403 Forbidden
Retry-After: 42
ININ-Correlation-Id: ${correlationId}

{"code":"missing.any.permissions","message":"You must have at least one of the following permissions assigned: [routing:queue:view, routing:queue:edit]"}`,
    );
    equal(id, correlationId);
    deepEqual(permissions, ['routing:queue:view', 'routing:queue:edit']);
    equal(retryAfterSeconds, 42);
  });

  it('says what to collect where nothing is known, and never that it knows', () => {
    ok(inWords(explain('the moon is full')).includes('correlation id'));
    ok(!inWords(explain('the moon is full')).includes('Code '));
  });

  const secret = fc
    .string({ minLength: 12, maxLength: 40, unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789') })
    .map((text) => `zq9${text}`);
  const around = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(...Object.values(pastes).map(([paste]) => paste)),
  );

  it('takes whatever is pasted, and gives no secret of it back', () => {
    fc.assert(
      fc.property(around, secret, around, fc.integer({ min: 0, max: 5 }), (before, hidden, after, form) => {
        const told = [
          `${before}${hidden}${after}`,
          `Authorization: Bearer ${hidden}\n${before}\n${after}`,
          JSON.stringify({ message: `${before} ${hidden}`, code: hidden, token: hidden, status: 403 }),
          JSON.stringify({ error: { code: hidden, message: `${hidden} ${after}` } }),
          JSON.stringify({ error: 'invalid_client', error_description: hidden, client_secret: hidden }),
          `POST /api/v2/x?access_token=${hidden} HTTP/1.1\n${before}`,
        ][form];
        const explained = explain(told ?? '');
        ok(!JSON.stringify(explained).includes(hidden));
        ok(!inWords(explained).includes(hidden));
      }),
      { numRuns: 2_000 },
    );
  });
});
