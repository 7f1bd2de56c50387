import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type GuestGround, startGuests, text } from './guest-ground.ts';

describe('the configuration of a deployment', () => {
  let ground: GuestGround;
  beforeEach(async () => {
    ground = await startGuests();
  });
  afterEach(() => ground.close());

  const fetchConfig = (id: string) =>
    fetch(`${ground.url}/webdeployments/v1/deployments/${id}/config.json`, {
      headers: { origin: 'https://shop.example' },
    });

  it('is on the CDN’s path, for pages of any origin', async () => {
    await ground.set({
      autoStart: true,
      fileTypes: ['image/png'],
      auth: { enabled: true, allowSessionUpgrade: true },
    });
    const response = await fetchConfig(ground.deployment.id);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://shop.example');
    const config = JSON.parse(await response.text());
    const { styles: _, ...messenger } = config.messenger;
    assert.deepEqual(messenger, {
      enabled: true,
      apps: {
        conversations: {
          messagingEndpoint: ground.url.replace('http', 'ws'),
          sessionDurationSeconds: 4 * 24 * 3600,
          showAgentTypingIndicator: true,
          showUserTypingIndicator: true,
          autoStart: { enabled: true },
          conversationDisconnect: { enabled: true, type: 'Send' },
          conversationClear: { enabled: true },
          notifications: { enabled: false, notificationContentType: 'ExcludeMessagesContent' },
          markdown: { enabled: true },
          humanize: { enabled: true },
        },
      },
      launcherButton: { visibility: 'On' },
      fileUpload: {
        enableAttachments: true,
        modes: [{ fileTypes: ['image/png'], maxFileSizeKB: 10_240 }],
      },
    });
    const { messenger: __, cobrowse: ___, ...rest } = config;
    assert.deepEqual(rest, {
      id: ground.deployment.id,
      version: '1',
      languages: ['en-us'],
      defaultLanguage: 'en-us',
      apiEndpoint: ground.url,
      journeyEvents: { enabled: false },
      status: 'Active',
      auth: { enabled: true, allowSessionUpgrade: true },
    });
    assert.equal((await fetchConfig('none')).status, 404);
  });

  it('says an agent’s name only where it humanizes', async () => {
    const token = 'the-browser';
    const socket = await ground.join(token);
    await ground.ask(socket, { action: 'onMessage', token, message: text('Hello') });
    const customer = ground.customerOf(token);
    const agent = [...ground.org.agents.values()].find(({ id }) =>
      ground.deployment.queueIds.some((queueId) => ground.org.queues.get(queueId)?.memberIds.includes(id)),
    );
    const send = async (content: string) => {
      const before = socket.frames.length;
      const { status } = await ground.call('POST', '/api/v2/conversations/messaging/external-messages', {
        type: 'proactive',
        channelId: ground.deployment.id,
        to: { type: 'web', id: customer.guestId },
        from: { type: 'agent', id: agent?.id },
        body: { contentType: 'text/plain', content },
      });
      assert.equal(status, 200);
      return waitFor(() => socket.frames[before], { what: content });
    };
    assert.deepEqual((await send('Named')).body.channel.from, { nickname: agent?.name });
    await ground.set({ humanize: false });
    assert.ok(!('from' in (await send('Nameless')).body.channel));
  });

  it('is set up by known settings only', async () => {
    for (const body of [{ autostart: true }, { status: 'Asleep' }, { connectionsPerSession: 0 }, 7]) {
      const response = await fetch(`${ground.url}/sandbox/v1/deployments/${ground.deployment.id}/messenger`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.equal(response.status, 400, JSON.stringify(body));
    }
  });
});
