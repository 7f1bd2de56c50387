import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { first } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, startField } from './field-ground.ts';
import { openWebhook } from './webhook.ts';

const integrations = '/api/v2/conversations/messaging/integrations/open';
const secret = 'a secret of middleware';

describe('Open Messaging', () => {
  let ground: FieldGround;
  let hook: Awaited<ReturnType<typeof openWebhook>>;
  let integration: string;
  let script: number[];
  beforeEach(async () => {
    ground = await startField();
    script = [];
    hook = await openWebhook(script);
    integration = (await create()).body.id;
  });
  afterEach(async () => {
    await ground.close();
    await hook.close();
  });

  const create = (change: object = {}) =>
    ground.far.call('POST', integrations, {
      name: 'Northwind bridge',
      outboundNotificationWebhookUrl: hook.url,
      outboundNotificationWebhookSignatureSecretToken: secret,
      webhookHeaders: { 'x-bridge': 'one' },
      ...change,
    });
  const inbound = (kind: string, body: unknown, query = '') =>
    ground.far.call(
      'POST',
      `/api/v2/conversations/messages/${integration}/inbound/open/${kind}${query}`,
      body,
    );
  const message = (text: string, id = 'guest-7') => ({
    channel: {
      from: { id, idType: 'Opaque', firstName: 'Hannah', lastName: 'Weiss' },
      time: new Date().toISOString(),
      messageId: 'm-1',
      metadata: { customAttributes: { handoffReason: 'escalation' } },
    },
    text,
  });
  /** Somebody writes, and the desk answers: gives the answer's id. */
  async function answered(text = 'We mend it'): Promise<string> {
    const { body } = await inbound('message', message('My zip is broken'), '?prefetchConversationId=true');
    const { body: sent } = await ground.far.call(
      'POST',
      `/api/v2/conversations/webchat/${body.conversationId}/messages`,
      { text, senderId: first([...ground.far.org.agents.keys()]), type: 'text' },
    );
    return sent.id;
  }
  const statusOf = async (id: string) =>
    (await ground.far.call('GET', `/api/v2/conversations/messages/${id}/details`)).body.status;

  /** Moves the clock until the webhook has been tried so many times. */
  const nextTry = (count: number) =>
    waitFor(
      () => {
        ground.platform.advance(5000);
        return hook.deliveries.length === count;
      },
      { what: `try ${count}` },
    );

  it('brings a message in: a conversation in the queue, of type open, with the attributes', async () => {
    const { status, body } = await inbound(
      'message',
      message('My zip is broken'),
      '?prefetchConversationId=true',
    );
    assert.equal(status, 200);
    assert.equal(body.channel.platform, 'Open');
    assert.equal(body.channel.id, integration);
    const shown = (await ground.far.call('GET', `/api/v2/conversations/${body.conversationId}`)).body;
    const person = shown.participants.find(({ purpose }: { purpose: string }) => purpose === 'customer');
    assert.equal(person.name, 'Hannah Weiss');
    assert.equal(person.attributes.handoffReason, 'escalation');
    assert.equal(person.messages[0].type, 'open');
    assert.equal(person.messages[0].fromAddress.addressNormalized, 'guest-7');
    assert.ok(shown.participants.some(({ purpose }: { purpose: string }) => purpose === 'acd'));
    assert.ok(
      ground.platform.world.record.some((entry) => entry.kind === 'customer' && entry.event === 'wrote'),
    );
  });

  it('keeps one conversation a person, and names it only when asked', async () => {
    const ids = [];
    for (const text of ['One', 'Two']) {
      ids.push((await inbound('message', message(text), '?prefetchConversationId=true')).body.conversationId);
    }
    assert.equal(ids[0], ids[1]);
    const { body } = await inbound('message', message('Three'));
    assert.ok(!('conversationId' in body));
    const other = await inbound('message', message('Hi', 'guest-8'), '?prefetchConversationId=true');
    assert.notEqual(other.body.conversationId, ids[0]);
  });

  it('takes the answer to the webhook, signed over the raw body in base64, with the headers asked for', async () => {
    const id = await answered();
    const { headers, raw, body } = await waitFor(() => hook.deliveries[0], { what: 'the delivery' });
    const signature = createHmac('sha256', secret).update(raw).digest('base64');
    assert.equal(headers['x-hub-signature-256'], `sha256=${signature}`);
    assert.equal(headers['x-bridge'], 'one');
    assert.equal(body.id, id);
    assert.equal(body.text, 'We mend it');
    assert.equal(body.direction, 'Outbound');
    assert.equal(body.channel.to.id, 'guest-7');
    assert.equal(body.channel.from.nickname, first([...ground.far.org.agents.values()]).name);
    assert.equal((await ground.recorded('We mend it')).event, 'shown');
    assert.equal(await statusOf(id), 'sent');
  });

  it('follows receipts', async () => {
    const id = await answered();
    const receipt = (status: string) =>
      inbound('receipt', {
        id,
        channel: { to: { id: integration }, time: new Date().toISOString() },
        status,
      });
    assert.equal((await receipt('Delivered')).status, 200);
    assert.equal(await statusOf(id), 'delivery-success');
    await receipt('Failed');
    assert.equal(await statusOf(id), 'delivery-failed');
    assert.equal((await receipt('Lost')).status, 400);
  });

  it('tries again five times, five seconds apart by the sandbox’s clock, and then gives up', async () => {
    script.push(503, 429, 500, 502, 504, 500);
    const id = await answered();
    for (let count = 1; count <= 6; count += 1) {
      await waitFor(() => hook.deliveries.length === count || undefined, { what: `delivery ${count}` });
      if (count < 6) await nextTry(count + 1);
    }
    await waitFor(async () => (await statusOf(id)) === 'delivery-failed', { what: 'the failure' });
    ground.platform.advance(60_000);
    assert.equal(hook.deliveries.length, 6);
    assert.equal(new Set(hook.deliveries.map(({ raw }) => raw)).size, 1);
    assert.deepEqual(ground.seenBy(hook.deliveries[0]?.body.channel.to.id), []);
  });

  it('passes once the webhook is well again, and does not try again after a refusal', async () => {
    script.push(503, 200);
    await answered('First');
    await waitFor(() => hook.deliveries.length === 1 || undefined, { what: 'the first try' });
    await nextTry(2);
    await ground.recorded('First');
    script.push(410);
    const id = await answered('Second');
    await waitFor(async () => (await statusOf(id)) === 'delivery-failed', { what: 'the refusal' });
    ground.platform.advance(60_000);
    assert.equal(hook.deliveries.length, 3);
  });

  it('takes events, and looks at them', async () => {
    const event = { channel: { from: { id: 'guest-7', idType: 'Opaque' }, time: new Date().toISOString() } };
    assert.equal((await inbound('event', { ...event, events: [{ eventType: 'Typing' }] })).status, 200);
    assert.equal((await inbound('event', { ...event, events: [] })).status, 400);
  });

  it('calls nobody but this computer', async () => {
    for (const url of [
      'https://example.com/hook',
      'http://10.0.0.1/',
      'http://127.0.0.1.example.com/',
      'ftp://127.0.0.1/',
    ]) {
      assert.equal((await create({ outboundNotificationWebhookUrl: url })).status, 400, url);
    }
    assert.equal(
      (await create({ outboundNotificationWebhookSignatureSecretToken: 'fifteen letters' })).status,
      400,
    );
  });

  it('is listed, found and taken away in its own organisation alone', async () => {
    const path = `${integrations}/${integration}`;
    assert.equal((await ground.far.call('GET', integrations)).body.total, 1);
    assert.equal((await ground.near.call('GET', path)).status, 404);
    assert.equal((await ground.near.call('DELETE', path)).status, 404);
    assert.equal((await ground.far.call('GET', path)).body.createStatus, 'Completed');
    assert.equal((await ground.far.call('DELETE', path)).status, 204);
    assert.equal((await inbound('message', message('Hello'))).status, 404);
  });

  it('does not mix with web messaging in analytics', async () => {
    await inbound('message', message('My zip is broken'));
    const now = Date.now();
    const query = async (value: string) =>
      (
        await ground.far.call('POST', '/api/v2/analytics/conversations/details/query', {
          interval: `${new Date(now - 3 * 86_400_000).toISOString()}/${new Date(now + 60_000).toISOString()}`,
          segmentFilters: [{ type: 'and', predicates: [{ dimension: 'messageType', value }] }],
        })
      ).body;
    assert.equal((await query('open')).totalHits, 1);
    const web = (await query('webmessaging')).totalHits;
    assert.ok(web > 5);
    assert.equal(web, ground.far.org.conversations.size - 1);
  });
});
