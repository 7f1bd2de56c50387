import assert from 'node:assert/strict';
import { createConversationLinks } from '../../../src/journeys/widget/conversation-links.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { platformClient } from '../../support/platform-client.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import { type FieldGround, startField } from '../sandbox-field/field-ground.ts';

describe('the link of a widget’s conversation', () => {
  const store = storeOfEachTest();
  let ground: FieldGround;
  beforeEach(async () => {
    ground = await startField();
  });
  afterEach(() => ground.close());

  it('is made although no notification told of it, and other conversations are read once', async () => {
    const { org } = ground.near;
    const client = platformClient(ground.platform.url, botClient(org));
    const [deploymentId = ''] = org.deployments.keys();
    const [contact] = org.contacts.values();
    assert.ok(contact);
    const clock = manualClock();
    await store().widget.addVisit({
      id: 'visit',
      contactId: contact.id,
      deploymentId,
      sealed: null,
      createdAt: clock.now(),
      endsAt: clock.now() + 1_000_000,
      revokedAt: null,
    });
    const token = 'a-session-of-a-browser';
    const socket = await openSocket(
      `${ground.platform.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`,
    );
    socket.send({ action: 'configureSession', token, deploymentId });
    await waitFor(() => socket.frames.some(({ class: name }) => name === 'SessionResponse'), {
      what: 'the session',
    });
    const customAttributes = { reachbackVisit: 'visit' };
    socket.send({
      action: 'onMessage',
      token,
      message: { type: 'Text', text: 'Hello', channel: { metadata: { customAttributes } } },
    });
    const guest = await waitFor(() => org.customers.holding(token), { what: 'the guest' });
    const own = await waitFor(() => org.conversations.ofCustomer(guest.id)[0], { what: 'the conversation' });
    const other = [...org.conversations.values()].find(({ id }) => id !== own.id);
    assert.ok(other);
    const read: string[] = [];
    const links = createConversationLinks({
      call: (request) => {
        if (request.method === 'GET' && request.ids?.conversationId !== undefined)
          read.push(request.ids.conversationId);
        return client.call(request);
      },
      table: store().widget,
      recent: async () => [other.id, own.id],
      clock,
      log: silentLog,
    });
    links.start();
    links.onGap();
    await waitFor(
      async () => {
        await clock.advance(2_000);
        return guest.externalContactId === contact.id;
      },
      { what: 'the conversation to be linked' },
    );
    await waitFor(async () => (await store().widget.withoutLink([own.id])).length === 0, { what: 'the row' });
    links.onGap();
    await clock.advance(60_000);
    await links.stop();
    assert.equal(read.filter((id) => id === other.id).length, 1);
    assert.equal(await store().widget.isWaitedFor(0), false);
    await socket.close();
    client.close();
  });
});
