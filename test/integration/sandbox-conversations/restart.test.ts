import assert from 'node:assert/strict';
import { join } from 'node:path';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { endedGuest } from '../../support/sandbox/platform-ground.ts';
import {
  agentNamed,
  type ConversationGround,
  last,
  servedGuest,
  startConversations,
  waitingGuest,
} from './conversation-ground.ts';

describe('a sandbox that stops in the middle of something', () => {
  let folder: Awaited<ReturnType<typeof temporaryDirectory>>;
  let ground: ConversationGround | undefined;
  beforeEach(async () => {
    folder = await temporaryDirectory();
  });
  afterEach(async () => {
    await ground?.close();
    await folder.remove();
  });

  const start = async (deliveryStepMs: number): Promise<ConversationGround> => {
    await ground?.close();
    ground = await startConversations({
      keepIn: join(folder.path, 'world.json'),
      settings: { deliveryStepMs },
    });
    return ground;
  };

  it('delivers what was queued or sent, once', async () => {
    const before = await start(60_000);
    const ids = await Promise.all(
      [true, false].map(async (open) => {
        const { conversation, customer } = endedGuest(before.org, open);
        const { body } = await before.call('POST', '/api/v2/conversations/messages/agentless', {
          fromAddress: conversation.deploymentId,
          toAddressMessengerType: 'webmessaging',
          externalContactId: customer.externalContactId,
          textBody: 'We found your tent',
        });
        assert.equal(body.message.status, 'queued');
        return body.id;
      }),
    );
    const after = await start(5);
    const statuses = await waitFor(
      async () => {
        const all = await Promise.all(
          ids.map((id) => after.call('GET', `/api/v2/conversations/messages/${id}/details`)),
        );
        const found = all.map(({ body }) => body.status);
        return found.every((status) => status.startsWith('delivery-')) ? found : undefined;
      },
      { what: 'both deliveries' },
    );
    assert.deepEqual(statuses, ['delivery-success', 'delivery-failed']);
    assert.deepEqual(after.world.record.map(({ event }) => event).toSorted(), ['shown', 'waiting']);
  });

  it('ends after-call work, counts missed alerts and takes parked ones up', async () => {
    const before = await start(5);
    const parked = servedGuest(before);
    await before.control(`/conversations/${parked.conversation.id}/park`, { resumeInSeconds: 60 });
    const waiting = waitingGuest(before);
    const { id } = agentNamed(before.org, 'Zofia Nowak');
    await before.control(`/agents/${id}/presence`, { presence: 'On Queue' });
    await before.control(`/conversations/${waiting.conversation.id}/alert`, { agentId: id });
    const after = await start(5);
    after.advance(61_000);
    assert.equal(last(await after.whole(parked.conversation.id), 'agent').messages.at(-1).state, 'connected');
    assert.equal(await after.routingOf(id), 'NOT_RESPONDING');
    await after.control(`/conversations/${parked.conversation.id}/disconnect`);
    assert.ok(!('endTime' in (await after.whole(parked.conversation.id))));
    const later = await start(5);
    later.advance(1000);
    assert.ok((await later.whole(parked.conversation.id)).endTime);
  });
});
