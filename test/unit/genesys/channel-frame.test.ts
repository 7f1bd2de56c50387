import { deepEqual } from 'node:assert/strict';
import { channelFrame } from '../../../src/genesys/channel-frame.ts';

describe('channelFrame', () => {
  const cases: readonly [string, string, ReturnType<typeof channelFrame>][] = [
    [
      'an event',
      '{"topicName":"v2.users.u.presence","version":"2","eventBody":{"a":1},"metadata":{"CorrelationId":"c"}}',
      { kind: 'event', topic: 'v2.users.u.presence', body: { a: 1 } },
    ],
    [
      'a heartbeat',
      '{"topicName":"channel.metadata","eventBody":{"message":"WebSocket Heartbeat"}}',
      { kind: 'alive' },
    ],
    ['a pong', '{"topicName":"channel.metadata","eventBody":{"message":"pong"}}', { kind: 'alive' }],
    [
      'a closing notice',
      '{"topicName":"v2.system.socket_closing","version":"2","eventBody":{"message":"soon"}}',
      { kind: 'closing' },
    ],
    [
      'an eviction',
      '{"topicName":"v2.system.channel","eventBody":{"systemTopicType":"no_longer_subscribed","reason":"another_channel_subscribed"}}',
      { kind: 'gone', why: 'no_longer_subscribed' },
    ],
    [
      'a revoked token',
      '{"topicName":"channel.metadata","eventBody":{"systemTopicType":"token_revoked"}}',
      { kind: 'gone', why: 'token_revoked' },
    ],
    [
      'a subscription notice',
      '{"topicName":"v2.system.x","eventBody":{"systemTopicType":"subscription_changed"}}',
      { kind: 'alive' },
    ],
    ['half a frame', '{"topicName":"v2.us', { kind: 'malformed' }],
    ['no JSON', 'hello', { kind: 'malformed' }],
    ['an empty frame', '', { kind: 'malformed' }],
    ['a list', '[1]', { kind: 'malformed' }],
    ['null', 'null', { kind: 'malformed' }],
    ['an event without a body', '{"topicName":"v2.users.u.presence"}', { kind: 'malformed' }],
    ['a body without a topic', '{"eventBody":{}}', { kind: 'malformed' }],
  ];
  for (const [name, text, expected] of cases)
    it(`reads ${name}`, () => deepEqual(channelFrame(text), expected));
});
