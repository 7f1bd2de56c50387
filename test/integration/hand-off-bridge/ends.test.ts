import { deepEqual, equal, ok } from 'node:assert/strict';
import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type BridgeGround, quick, startBridgeGround } from './bridge-ground.ts';

describe('The end of a bridge', () => {
  let ground: BridgeGround;
  afterEach(async () => {
    await ground.close();
  });

  async function begun(
    options: Parameters<typeof startBridgeGround>[0] = {},
    limitMs?: number,
  ): Promise<void> {
    ground = await startBridgeGround(options);
    await ground.begin(limitMs === undefined ? {} : { limitMs });
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    await ground.desk();
  }
  const over = () => waitFor(() => ground.ends.length > 0, { what: 'the end', deadlineMs: 10_000 });
  const source = () =>
    ground.near.conversations.get(ground.guest.conversation.id) ?? ground.guest.conversation;
  const isOver = (conversation: Parameters<typeof customerLeg>[0]) =>
    customerLeg(conversation)?.state === 'disconnected';

  it('comes with the customer’s leaving: the partner is told and its conversation ends', async () => {
    await begun();
    await ground.customerSays('Bye');
    await ground.closes(source().id, 'customer');
    await over();
    deepEqual(ground.ends, [{ by: 'source' }]);
    deepEqual(ground.partnerSaw().slice(2), ['> Bye', '> [The customer has left the conversation.]']);
    ok(isOver(await ground.desk()));
    deepEqual(ground.customerSaw(), ['> Bye']);
  });

  it('comes with the partner’s hanging up: the customer gets every reply and a last line, and their conversation ends', async () => {
    await begun();
    await ground.agentSays('It is mended');
    await ground.closes((await ground.desk()).id, 'agent');
    await over();
    deepEqual(ground.ends, [{ by: 'destination' }]);
    deepEqual(ground.customerSaw(), [
      '< It is mended',
      '< This conversation has been ended. Thank you for writing to us.',
    ]);
    ok(isOver(source()));
  });

  it('lets what the customer wrote too late stand where it was written, and the partner’s conversation closed', async () => {
    await begun();
    const desk = await ground.desk();
    await ground.stop();
    await ground.customerSays('One more thing');
    await ground.closes(desk.id, 'agent');
    await ground.startAgain();
    await over();
    const rows = await ground.store().bridges.of(ground.handOffId);
    const late = rows
      .filter(({ state }) => state === 'dropped' || state === 'delivered')
      .filter(({ kind }) => kind === 'message');
    // Either it was there before the end was seen and opened the conversation again, or it was left alone.
    ok(late.length <= 1);
    equal(
      late.every(({ code }) => code === null || code === 'bridge.ended-before'),
      true,
    );
  });

  it('comes with the time, announced to both before', async () => {
    await begun({ timings: { ...quick, warnBeforeMs: 700 } }, 1_500);
    await over();
    deepEqual(ground.ends, [{ by: 'time-limit' }]);
    deepEqual(ground.partnerSaw().slice(2), [
      '> [This hand-off ends in one minute.]',
      '> [The time of this hand-off is over. The customer reads nothing more from here.]',
    ]);
    deepEqual(ground.customerSaw(), [
      '< This connection ends in one minute.',
      '< The time for this connection is over. You are back with the team you wrote to first.',
    ]);
    ok(isOver(await ground.desk()));
    equal(isOver(source()), false);
  });

  it('comes by somebody of ours: the customer goes on here', async () => {
    await begun();
    await ground.bridge().end(ground.handOffId, 'source');
    await ground.bridge().end(ground.handOffId, 'source');
    await over();
    deepEqual(ground.ends, [{ by: 'source' }]);
    deepEqual(ground.customerSaw(), ['< You are back with the team you wrote to first.']);
    ok(isOver(await ground.desk()));
    equal(isOver(source()), false);
  });

  it('is told at the next start when nobody heard of it', async () => {
    await begun();
    await ground.closes((await ground.desk()).id, 'agent');
    await ground.stop();
    await ground.startAgain();
    await over();
    deepEqual(ground.ends, [{ by: 'destination' }]);
    await ground.stop();
    await ground.startAgain();
    await waitFor(async () => (await ground.store().bridges.live()).length === 0, {
      what: 'none to be alive',
    });
    equal(ground.ends.length, 1);
  });

  it('comes when a conversation is deleted', async () => {
    await begun({ timings: { ...quick, endPatienceMs: 600 } });
    await ground.control('POST', `/conversations/${(await ground.desk()).id}/delete`, {});
    await over();
    deepEqual(ground.ends, [{ by: 'destination', code: 'bridge.conversation-gone' }]);
  });

  it('says when the other conversation could not be ended', async () => {
    await begun({ timings: { ...quick, endPatienceMs: 600 } });
    await ground.fault({ method: 'PATCH', path: '.', status: 403, count: 1_000 });
    await ground.closes(source().id, 'customer');
    await over();
    deepEqual(ground.ends, [{ by: 'source', code: 'bridge.end-unfinished' }]);
  });

  it('drops what came from the partner after the customer had left, and tells its people so', async () => {
    await begun();
    const desk = await ground.desk();
    await ground.stop();
    await ground.agentSays('Still there?');
    await ground.closes(source().id, 'customer');
    await ground.startAgain();
    await over();
    const reply = (await ground.desk()).messages.find(({ direction }) => direction === 'outbound');
    equal(desk.id, (await ground.desk()).id);
    ok(reply?.status === 'delivery-failed' || reply?.status === 'sent');
    ok(isOver(await ground.desk()));
  });

  it('sends nothing to a customer who has just left, though nobody has read that yet: it would begin a new conversation', async () => {
    await begun({ timings: { ...quick, readEveryMs: 600_000 } });
    const said = () => [...ground.near.conversations.values()].flatMap(({ messages }) => messages).length;
    await ground.closes(source().id, 'customer');
    const before = said();
    await ground.agentSays('Still there?');
    await waitFor(() => ground.ends.length > 0 || said() > before, { what: 'the end, or a message' });
    equal(said(), before);
    deepEqual(ground.ends, [{ by: 'source' }]);
    ok(isOver(source()));
  });
});
