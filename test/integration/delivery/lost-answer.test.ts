import assert from 'node:assert/strict';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';
import {
  type ConversationGround,
  servedGuest,
  startConversations,
} from '../sandbox-conversations/conversation-ground.ts';
import { approveFor } from './route-ground.ts';

const minute = 60_000;

describe('a message whose answer was lost', () => {
  const store = storeOfEachTest();
  let ground: ConversationGround;
  beforeEach(async () => {
    ground = await startConversations();
    await ground.control(`/orgs/${ground.org.id}/conversation-rules`, { threadingMinutes: 30 });
  });
  afterEach(() => ground.close());

  for (const contact of [true, false]) {
    for (const longAgo of [false, true]) {
      const who = contact ? 'a contact' : 'an anonymous visitor';
      const where = longAgo ? 'the new conversation it began' : 'the conversation it was meant for';
      it(`to ${who} is found in ${where}, and not sent again`, async () => {
        const { customer, conversation } = servedGuest(ground);
        await ground.control(`/conversations/${conversation.id}/disconnect`, { by: 'agent' });
        if (longAgo) ground.advance(31 * minute);
        await ground.control('/faults', {
          method: 'POST',
          path: '/messages/agentless$|/external-messages$',
          when: 'after',
          status: 502,
          body: 'html',
        });
        const offers = { externalMessages: true, webchat: false, threadingMs: 30 * minute };
        const told = await approveFor(
          ground,
          store(),
          { customer, conversation },
          {
            contact,
            offers,
            found: true,
          },
        );
        const [landed, ...more] = told.landedOn;
        assert.deepEqual([told.sent.length, more], [1, []]);
        assert.equal(landed === conversation.id, !longAgo);
        assert.equal(told.outreach.answer?.conversationId, landed);
        const why = (await store().outreaches.audit(told.outreach.id)).map((step) => step.why);
        assert.ok(
          why.includes(longAgo ? 'found in a new conversation' : 'found in the conversation'),
          why.join(),
        );
      }).timeout(12_000);
    }
  }

  for (const [route, offered] of [
    ['external-messages', { externalMessages: true, webchat: false }],
    ['webchat', { externalMessages: false, webchat: true }],
  ] as const)
    it(`by ${route} is found where the answer was 200 with nothing in it: a proxy may have said so`, async () => {
      const guest = servedGuest(ground);
      await ground.control(`/conversations/${guest.conversation.id}/disconnect`, { by: 'agent' });
      await ground.control('/faults', {
        method: 'POST',
        path: '/external-messages$|/webchat/[^/]+/messages$',
        when: 'after',
        body: 'empty',
      });
      const offers = { ...offered, threadingMs: 30 * minute };
      const told = await approveFor(ground, store(), guest, { contact: false, offers, found: true });
      assert.deepEqual([told.sent.length, told.landedOn.length], [1, 1]);
      assert.notEqual(told.outreach.answer?.messageId ?? null, null);
    }).timeout(12_000);
});
