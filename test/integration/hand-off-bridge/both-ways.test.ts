import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type BridgeGround, startBridgeGround } from './bridge-ground.ts';

describe('The bridge of a hand-off', () => {
  let ground: BridgeGround;
  beforeEach(async () => {
    ground = await startBridgeGround();
  });
  afterEach(async () => {
    await ground.close();
  });

  const partnerSaw = (text: string) =>
    waitFor(() => ground.partnerSaw().includes(text), {
      what: `“${text}” at the partner: ${ground.partnerSaw()}`,
    });
  const customerSaw = (text: string) =>
    waitFor(() => ground.customerSaw().includes(text), { what: `“${text}” at the customer` });

  const statusOfReply = async () =>
    (await ground.desk()).messages.findLast(({ direction }) => direction === 'outbound')?.status;

  it('brings reason, note and what was said before, and then each word of the customer', async () => {
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length >= 2, { what: 'context and transcript' });
    const [context = '', transcript = ''] = ground.partnerSaw();
    match(context, /^> Hand-off: escalation\n/);
    match(context, /Note: Has called twice/);
    for (const { text } of ground.guest.conversation.messages) ok(transcript.includes(text), text);
    await ground.customerSays('Are you there?');
    await ground.customerSays('Hello?');
    await partnerSaw('> Hello?');
    deepEqual(ground.partnerSaw().slice(2), ['> Are you there?', '> Hello?']);
    const desk = await ground.desk();
    equal(
      desk.participants.find(({ purpose }) => purpose === 'customer')?.attributes?.handOffReason,
      'escalation',
    );
  });

  it('takes the partner’s replies to the customer in the same conversation, in order, and brings none of them back', async () => {
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length === 2, { what: 'context and transcript' });
    await ground.desk();
    for (const text of ['One moment', 'I have it here', 'It is mended']) await ground.agentSays(text);
    await customerSaw('< It is mended');
    await ground.customerSays('Thank you');
    await partnerSaw('> Thank you');
    deepEqual(ground.customerSaw(), ['< One moment', '< I have it here', '< It is mended', '> Thank you']);
    deepEqual(ground.partnerSaw().slice(2), [
      '< One moment',
      '< I have it here',
      '< It is mended',
      '> Thank you',
    ]);
    // The partner has it before its answer is here.
    await waitFor(async () => (await ground.bridge().progress(ground.handOffId))?.waiting === 0, {
      what: 'nothing to be on its way',
    });
    deepEqual(await ground.bridge().progress(ground.handOffId), {
      in: 3,
      out: 1,
      waiting: 0,
      lastError: null,
    });
  });

  it('keeps no words once they have arrived', async () => {
    await ground.begin();
    await ground.desk();
    await ground.agentSays('One moment');
    await customerSaw('< One moment');
    await waitFor(async () => (await ground.bridge().progress(ground.handOffId))?.in === 1, {
      what: 'the count',
    });
    const rows = await ground.store().bridges.of(ground.handOffId);
    ok(rows.length > 2);
    deepEqual(
      rows.map(({ text }) => text).filter((text) => text !== ''),
      [],
    );
  });

  it('tells the partner’s people when the customer has seen their words', async () => {
    ground.guest.customer.browserOpen = true;
    await ground.begin();
    await ground.desk();
    await ground.agentSays('One moment');
    await waitFor(async () => (await statusOfReply()) === 'delivery-success', {
      what: 'the receipt',
    });
  });

  it('tells them as failed while the customer is away', async () => {
    ground.guest.customer.browserOpen = false;
    await ground.begin();
    await ground.desk();
    await ground.agentSays('One moment');
    await waitFor(async () => (await statusOfReply()) === 'delivery-failed', {
      what: 'it',
    });
  });

  it('begins once, however often it is asked to', async () => {
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length === 2, { what: 'context and transcript' });
    await ground.begin();
    await ground.customerSays('Hello?');
    await partnerSaw('> Hello?');
    equal(ground.partnerSaw().length, 3);
  });
});
