import assert from 'node:assert/strict';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { createLedger } from '../../../src/delivery/ledger.ts';
import { createOutcomeTracker } from '../../../src/delivery/outcome-tracker.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import type { ConversationSignal } from '../../../src/sessions/conversation-signal.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';
import { storeOfEachTest } from '../../support/store-of-each-test.ts';

/** When the attempts are written. */
const now = Date.now();

const occasion = { who: 'test', why: 'a test' };

describe('outcome tracker', () => {
  const store = storeOfEachTest();

  /** An outreach whose request is on its way, and a tracker that follows it. */
  async function sending(
    readSignals: () => Promise<ConversationSignal[]> = async () => [],
    read: (messageId: string) => void = () => {},
    clock: Clock = systemClock,
  ) {
    const replies: string[] = [];
    const ledger = createLedger({ outreaches: store().outreaches, now: () => now, changed: () => {} });
    const tracker = createOutcomeTracker({
      ledger,
      outreaches: store().outreaches,
      readSignals,
      replied: async (_outreach, messageId) => {
        read(messageId);
        replies.push(messageId);
        return messageId === 'stop';
      },
      clock,
      log: silentLog,
    });
    const opened = await ledger.open(exampleOutreach(), { type: 'approved', by: 'policy' }, occasion);
    assert.ok(typeof opened !== 'string');
    const { id, conversationId } = opened;
    const message = {
      type: 'proactive',
      channelId: 'c',
      to: { type: 'web', id: 'g' },
      from: { type: 'agent', id: 'a' },
      body: { contentType: 'text/plain', content: 'x' },
    } as const;
    await ledger.apply(id, { type: 'attempted', route: 'agentless', message });
    return {
      tracker,
      replies,
      conversationId,
      accept: (landedOn = conversationId) =>
        ledger.apply(id, {
          type: 'accepted',
          answer: { status: 200, messageId: 'ours', conversationId: landedOn, correlationId: 'exchange' },
        }),
      lose: () => ledger.apply(id, { type: 'answer-lost', code: 'genesys.no-answer' }),
      state: async (): Promise<Outreach['state'] | undefined> => (await store().outreaches.get(id))?.state,
    };
  }

  it('takes in what notifications said before the answer to the send was written', async () => {
    const { tracker, conversationId, accept, state } = await sending();
    await tracker.onSignal({ kind: 'undelivered', conversationId, messageId: 'ours', at: now + 1 });
    assert.equal(await state(), 'sending');
    const { outreach } = await accept();
    await tracker.onSent(outreach);
    assert.equal(await state(), 'undelivered');
  });

  it('keeps what was said while nobody knew whether it was sent, a "stop" above all', async () => {
    const { tracker, conversationId, accept, state, lose, replies } = await sending();
    await lose();
    await tracker.onSignal({ kind: 'replied', conversationId, messageId: 'stop', at: now + 1 });
    assert.deepEqual([await state(), replies], ['unknown', ['stop']]);
    const { outreach } = await accept();
    await tracker.onSent(outreach);
    assert.deepEqual([await state(), replies], ['replied', ['stop']]);
  });

  it('reads the conversation of a message that was found later: an earlier life of the process may have heard the reply', async () => {
    const signals: ConversationSignal[] = [];
    const { tracker, conversationId, accept, state } = await sending(async () => signals);
    signals.push({ kind: 'replied', conversationId, messageId: 'theirs', at: now + 1 });
    const { outreach } = await accept();
    await tracker.onSent(outreach);
    assert.equal(await state(), 'sent');
    const found = { status: 200, messageId: 'ours', conversationId, correlationId: null };
    await tracker.onSent({ ...outreach, answer: found });
    assert.equal(await state(), 'replied');
  });

  it('looks again, ever more rarely, at what was delivered: one event may have been lost', async () => {
    const reads: number[] = [];
    const clock = manualClock(now);
    const { tracker, conversationId, accept, state } = await sending(
      async () => {
        reads.push(Math.round((clock.now() - now) / 60_000));
        return clock.now() < now + 30 * 60_000
          ? []
          : [{ kind: 'replied', conversationId, messageId: 'theirs', at: now + 1 }];
      },
      () => {},
      clock,
    );
    tracker.start();
    await accept();
    await tracker.onSignal({ kind: 'delivered', conversationId, messageId: 'ours', at: now + 1 });
    await clock.advance(3 * 60 * 60_000);
    await tracker.stop();
    assert.deepEqual([reads, await state()], [[10, 60], 'replied']);
  });

  it("leaves other people's messages and earlier words of the customer alone", async () => {
    const { tracker, conversationId, accept, state } = await sending();
    await accept();
    await tracker.onSignal({ kind: 'delivered', conversationId, messageId: 'another', at: now + 1 });
    await tracker.onSignal({ kind: 'replied', conversationId, messageId: 'old', at: now });
    assert.equal(await state(), 'sent');
  });

  it('tells a reply once, with the message that was it', async () => {
    const { tracker, conversationId, accept, state, replies } = await sending();
    await accept();
    const reply = { kind: 'replied', conversationId, messageId: 'theirs', at: now + 1 } as const;
    await tracker.onSignal(reply);
    await tracker.onSignal(reply);
    assert.deepEqual([await state(), replies], ['replied', ['theirs']]);
  });

  it('writes down that the answer was a "stop", for the card to say so', async () => {
    const { tracker, conversationId, accept } = await sending();
    const { outreach } = await accept();
    await tracker.onSignal({ kind: 'replied', conversationId, messageId: 'stop', at: now + 1 });
    const stored = await store().outreaches.get(outreach.id);
    assert.deepEqual([stored?.state, stored?.reason], ['replied', 'opted-out']);
  });

  it('hears a "stop" that was not the first answer, and reads no message twice', async () => {
    const { tracker, conversationId, accept, replies } = await sending();
    const { outreach } = await accept();
    const said = (messageId: string, at: number) =>
      tracker.onSignal({ kind: 'replied', conversationId, messageId, at: now + at });
    await said('who-is-this', 1);
    // Each event of a conversation tells all its messages again.
    await said('who-is-this', 1);
    await said('stop', 2);
    await said('stop', 2);
    const stored = await store().outreaches.get(outreach.id);
    assert.deepEqual([stored?.state, stored?.reason], ['replied', 'opted-out']);
    assert.deepEqual(replies, ['who-is-this', 'stop']);
  });

  it('hears a "stop" after the first answer that no notification told of', async () => {
    const signals: ConversationSignal[] = [];
    const { tracker, conversationId, accept } = await sending(async () => signals);
    const { outreach } = await accept();
    const said = (messageId: string, at: number) =>
      signals.push({ kind: 'replied', conversationId, messageId, at: now + at });
    said('who-is-this', 1);
    await tracker.catchUp();
    said('stop', 2);
    await tracker.catchUp();
    assert.equal((await store().outreaches.get(outreach.id))?.reason, 'opted-out');
  });

  it('reads only the first ten of what a customer writes in a talk that follows', async () => {
    const { tracker, conversationId, accept, replies } = await sending();
    await accept();
    for (let n = 1; n <= 12; n += 1)
      await tracker.onSignal({ kind: 'replied', conversationId, messageId: `m${n}`, at: now + n });
    assert.equal(replies.length, 10);
  });

  it('follows a message that landed on a new conversation', async () => {
    const { tracker, accept, state } = await sending();
    await accept('new-conversation');
    await tracker.onSignal({
      kind: 'delivered',
      conversationId: 'new-conversation',
      messageId: 'ours',
      at: now + 1,
    });
    assert.equal(await state(), 'delivered');
  });

  it('reads the conversation when notifications were missed', async () => {
    const signals: ConversationSignal[] = [];
    const { tracker, conversationId, accept, state } = await sending(async () => signals);
    await accept();
    signals.push({ kind: 'delivered', conversationId, messageId: 'ours', at: now + 1 });
    await tracker.catchUp();
    assert.equal(await state(), 'delivered');
  });

  it('asks again for an answer it could not read: it may be a "stop"', async () => {
    let down = true;
    const read = () => {
      if (down) throw new ReachbackError('genesys.server-error');
    };
    const signals: ConversationSignal[] = [];
    const clock = manualClock(now);
    const { tracker, conversationId, accept, state, replies } = await sending(
      async () => signals,
      read,
      clock,
    );
    await accept();
    const reply = { kind: 'replied', conversationId, messageId: 'theirs', at: now + 1 } as const;
    signals.push(reply);
    await tracker.onSignal(reply);
    assert.deepEqual([await state(), replies], ['sent', []]);
    tracker.start();
    await clock.advance(300_000);
    assert.deepEqual([await state(), replies], ['sent', []]);
    down = false;
    await clock.advance(60_000);
    await tracker.stop();
    assert.deepEqual([await state(), replies], ['replied', ['theirs']]);
  });

  it('reads later what it could not read after a gap', async () => {
    let down = true;
    const signals: ConversationSignal[] = [];
    const clock = manualClock(now);
    const { tracker, conversationId, accept, state } = await sending(
      async () => {
        if (down) throw new ReachbackError('genesys.no-answer');
        return signals;
      },
      () => {},
      clock,
    );
    await accept();
    signals.push({ kind: 'replied', conversationId, messageId: 'theirs', at: now + 1 });
    await tracker.catchUp();
    tracker.start();
    await clock.advance(120_000);
    down = false;
    await clock.advance(60_000);
    await tracker.stop();
    assert.equal(await state(), 'replied');
  });
});
