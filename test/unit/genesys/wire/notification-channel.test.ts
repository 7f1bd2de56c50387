import { equal } from 'node:assert/strict';
import { channel } from '../../../../src/genesys/wire/notification-channel.ts';

describe('the answer to a new notification channel', () => {
  it('holds an address a socket can be opened on: the complaint about another would quote that secret', () => {
    const known = (connectUri: string) => channel.safeParse({ id: 'streaming-0-a', connectUri }).success;
    equal(known('wss://streaming.mypurecloud.com/channels/streaming-0-a'), true);
    equal(known('ws://127.0.0.1:3979/channels/streaming-0-a'), true);
    equal(known('streaming.mypurecloud.com/channels/streaming-0-a'), false);
    equal(known('https://streaming.mypurecloud.com/channels/streaming-0-a'), false);
  });
});
