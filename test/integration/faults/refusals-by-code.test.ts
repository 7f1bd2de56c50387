import { equal, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../src/genesys/platform-call.ts';
import { botClient } from '../../support/bot-client.ts';
import { type PlatformClient, platformClient } from '../../support/platform-client.ts';
import {
  agentOn,
  connectedGuest,
  endedGuest,
  expiredGuest,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

describe('refusals of the platform as it really answers', () => {
  let ground: PlatformGround;
  let client: PlatformClient;
  before(async () => {
    ground = await startPlatform();
    client = platformClient(ground.url, botClient(ground.org));
  });
  after(async () => {
    client.close();
    await ground.close();
  });

  async function codeOf(call: PlatformCall, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) {
    const ids = { id: randomUUID(), other: randomUUID() };
    const request = { method, path, ids, body, answer: z.unknown(), idempotent: false } as const;
    const [outcome] = await Promise.allSettled([call({ ...request, priority: 'ask' })]);
    ok(outcome.status === 'rejected' && outcome.reason instanceof ReachbackError, JSON.stringify(outcome));
    return outcome.reason.code;
  }

  const agentless = '/api/v2/conversations/messages/agentless';
  const external = '/api/v2/conversations/messaging/external-messages';
  const agentlessBody = (changes: object = {}) => {
    const { customer, conversation } = connectedGuest(ground.org);
    return {
      fromAddress: conversation.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: customer.externalContactId,
      textBody: 'Hello',
      ...changes,
    };
  };
  const externalBody = (changes: object = {}) => {
    const { customer, conversation } = endedGuest(ground.org, true);
    const from = agentOn(ground.org, conversation.deploymentId, true);
    return {
      type: 'proactive',
      channelId: conversation.deploymentId,
      to: { type: 'web', id: customer.guestId },
      from: { type: 'agent', id: from.id },
      body: { contentType: 'text/plain', content: 'Hello' },
      ...changes,
    };
  };
  const content = (text: string) => ({ body: { contentType: 'text/plain', content: text } });

  const refusals: readonly (readonly [
    what: string,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: () => unknown,
    code: string,
  ])[] = [
    [
      'an unknown conversation',
      'GET',
      '/api/v2/conversations/{id}',
      () => undefined,
      'genesys.conversation.not-found',
    ],
    [
      'an unknown message',
      'GET',
      '/api/v2/conversations/messages/{id}/details',
      () => undefined,
      'genesys.conversation.message-not-found',
    ],
    [
      'an unknown channel',
      'PUT',
      '/api/v2/notifications/channels/{id}/subscriptions',
      () => [],
      'genesys.notifications.channel-gone',
    ],
    [
      'an agentless message into a conversation',
      'POST',
      agentless,
      agentlessBody,
      'genesys.send.conversation-active',
    ],
    [
      'an agentless message to a stranger',
      'POST',
      agentless,
      () => agentlessBody({ externalContactId: randomUUID() }),
      'genesys.send.contact-unreachable',
    ],
    [
      'an agentless message to an address',
      'POST',
      agentless,
      () => agentlessBody({ toAddress: '+49' }),
      'genesys.send.address-wrong',
    ],
    [
      'an agentless message to nobody',
      'POST',
      agentless,
      () => agentlessBody({ externalContactId: undefined }),
      'genesys.send.address-wrong',
    ],
    [
      'an agentless message from elsewhere',
      'POST',
      agentless,
      () => agentlessBody({ fromAddress: randomUUID() }),
      'genesys.send.deployment-unknown',
    ],
    [
      'a reply’s schema',
      'POST',
      external,
      () => externalBody({ type: 'message' }),
      'genesys.send.schema-wrong',
    ],
    [
      'a recipient of another kind',
      'POST',
      external,
      () => externalBody({ to: { type: 'sms', id: '1' } }),
      'genesys.send.recipient-type',
    ],
    [
      'a made-up session',
      'POST',
      external,
      () => externalBody({ to: { type: 'web', id: randomUUID() } }),
      'genesys.send.recipient-session',
    ],
    [
      'an expired session',
      'POST',
      external,
      () => {
        const { customer, conversation } = expiredGuest(ground.org);
        return externalBody({
          channelId: conversation.deploymentId,
          to: { type: 'web', id: customer.guestId },
        });
      },
      'genesys.send.session-expired',
    ],
    [
      'another channel',
      'POST',
      external,
      () => externalBody({ channelId: randomUUID() }),
      'genesys.send.channel-wrong',
    ],
    [
      'a sender who may not',
      'POST',
      external,
      () => externalBody({ from: { type: 'agent', id: randomUUID() } }),
      'genesys.send.sender-not-allowed',
    ],
    ['no text', 'POST', external, () => externalBody(content(' ')), 'genesys.send.text-empty'],
    [
      'too much text',
      'POST',
      external,
      () => externalBody(content('x'.repeat(2_001))),
      'genesys.send.text-too-long',
    ],
    [
      'a message onto a conversation that is gone',
      'POST',
      '/api/v2/conversations/webchat/{id}/messages',
      () => ({ text: 'Hello', senderId: 'bot', type: 'text' }),
      'genesys.send.conversation-gone',
    ],
    [
      'a cobrowse session in the old form',
      'POST',
      '/api/v2/cobrowse/sessions',
      () => ({ participants: [{ id: 'x' }], initiatorId: 'y' }),
      'genesys.cobrowse.participants-form',
    ],
    [
      'a query over a year',
      'POST',
      '/api/v2/analytics/conversations/details/query',
      () => ({ interval: '2025-01-01T00:00:00Z/2026-01-01T00:00:00Z' }),
      'genesys.request.query-too-wide',
    ],
    [
      'a widget’s unknown person',
      'POST',
      '/api/v2/messaging/conversations',
      () => ({ userId: randomUUID() }),
      'genesys.widget.token-invalid',
    ],
  ];
  for (const [what, method, path, body, code] of refusals) {
    it(`knows ${what} as ${code}`, async () => {
      equal(await codeOf(client.call, method, path, body()), code);
    });
  }

  it('knows a wrong secret', async () => {
    const wrong = platformClient(ground.url, { ...botClient(ground.org), clientSecret: 'wrong' });
    equal(await codeOf(wrong.call, 'GET', '/api/v2/routing/queues'), 'genesys.credentials-refused');
    wrong.close();
  });
});
