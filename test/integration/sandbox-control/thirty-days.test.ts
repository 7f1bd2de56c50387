import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { requestJson } from '../../support/request-json.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import {
  callPlatform,
  connectedGuest,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

describe('thirty days in the sandbox', () => {
  let ground: PlatformGround;
  beforeEach(async () => {
    ground = await startPlatform();
  });
  afterEach(() => ground.close());

  it('pass in one request: channel, token, guest session and thread each end at their own time', async () => {
    const { customer, conversation } = connectedGuest(ground.org);
    const { body: channel } = await ground.call('POST', '/api/v2/notifications/channels');
    const notifications = await openSocket(channel.connectUri);
    const guest = await openSocket(
      `${ground.url.replace('http', 'ws')}/v1?deploymentId=${conversation.deploymentId}`,
    );
    guest.send({
      action: 'configureSession',
      token: customer.token,
      deploymentId: conversation.deploymentId,
      tracingId: 'open',
    });
    const session = await waitFor(() => guest.frames.find(({ tracingId }) => tracingId === 'open'), {
      what: 'the session',
    });
    const expiresAt = session.body.expirationDate;

    const moved = await requestJson('POST', `${ground.url}/sandbox/v1/clock`, {
      advanceSeconds: 30 * 86_400,
    });
    assert.equal(moved.status, 200);

    assert.equal(typeof (await notifications.closed), 'number');
    await waitFor(() => guest.frames.find((frame) => frame.class === 'SessionExpiredEvent'), {
      what: 'the end of the session',
    });
    await guest.close();
    assert.equal((await ground.call('GET', '/api/v2/systempresences')).status, 401);
    const { body } = await requestToken(ground.url, botClient(ground.org));
    const call = (method: string, path: string, content?: unknown) =>
      callPlatform(ground.url, body.access_token, method, path, content);
    assert.equal(
      (await call('GET', `/api/v2/notifications/channels/${channel.id}/subscriptions`)).status,
      404,
    );

    const { body: seen } = await call('GET', `/api/v2/conversations/${conversation.id}`);
    const leg = seen.participants
      .find(({ purpose }: { purpose: string }) => purpose === 'customer')
      .messages.at(-1);
    assert.equal(leg.state, 'disconnected');
    assert.equal(leg.disconnectType, 'session.expired');
    assert.equal(
      Math.floor(Date.parse(leg.disconnectedTime) / 1000),
      expiresAt,
      'when the session ran out, not today',
    );

    const { body: sent } = await call('POST', '/api/v2/conversations/messages/agentless', {
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Are you still interested?',
    });
    assert.notEqual(sent.conversationId, conversation.id, 'the threading window is long over');
  });
});
