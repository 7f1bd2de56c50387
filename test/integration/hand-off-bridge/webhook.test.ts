import { deepEqual, equal, ok } from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { recordingLog } from '../../support/silent-log.ts';
import { type BridgeGround, secret, startBridgeGround } from './bridge-ground.ts';

const signed = (body: string, by = secret) =>
  `sha256=${createHmac('sha256', by).update(body).digest('base64')}`;

describe('The webhook of a bridge', () => {
  let ground: BridgeGround;
  let lines: string[];
  beforeEach(async () => {
    const recording = recordingLog();
    lines = recording.lines;
    ground = await startBridgeGround({ log: recording.log, timings: { orderPatienceMs: 200 } });
    await ground.begin();
    await waitFor(() => ground.partnerSaw().length === 2, { what: 'context and transcript' });
    // The partner's own conversation is no help now: what arrives has come by the webhook.
    await ground.fault({
      path: '^/api/v2/conversations/[^/]+$',
      orgId: ground.far.id,
      status: 503,
      count: 10_000,
    });
  });
  afterEach(async () => {
    await ground.close();
  });

  const body = (change: object = {}, to = ground.handOffId) =>
    JSON.stringify({
      id: 'm-1',
      channel: {
        platform: 'Open',
        type: 'Private',
        to: { id: to },
        from: { id: 'x' },
        time: new Date().toISOString(),
      },
      type: 'Text',
      text: 'We mend it',
      direction: 'Outbound',
      ...change,
    });
  const waiting = async () =>
    (await ground.store().bridges.of(ground.handOffId)).filter(({ direction }) => direction === 'to-customer')
      .length;

  it('takes what is signed, once, and only when it is written down', async () => {
    const raw = body();
    for (let again = 0; again < 3; again += 1)
      deepEqual(await ground.hook(raw, signed(raw)), { status: 200 });
    equal(await waiting(), 1);
    await waitFor(() => ground.customerSaw().includes('< We mend it'), { what: 'the customer to see it' });
    deepEqual(ground.customerSaw(), ['< We mend it']);
  });

  it('turns away what is not signed, or by another hand, and does nothing', async () => {
    const raw = body();
    deepEqual(await ground.hook(raw), { status: 401, body: { code: 'bridge.signature-missing' } });
    const wrong = [
      signed(raw, 'a secret of somebody else'),
      signed(`${raw} `),
      signed(raw).toUpperCase(),
      signed(raw).replace('sha256=', 'sha1='),
      `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`,
      'sha256=',
      '',
    ];
    for (const signature of wrong)
      deepEqual(await ground.hook(raw, signature), { status: 403, body: { code: 'bridge.signature-wrong' } });
    equal(await waiting(), 0);
  });

  it('turns away what it cannot read or nobody is behind', async () => {
    const tried = async (raw: string) => ground.hook(raw, signed(raw));
    deepEqual(await tried('{'), { status: 400, body: { code: 'bridge.webhook-malformed' } });
    deepEqual(await tried(body({ channel: {} })), {
      status: 400,
      body: { code: 'bridge.webhook-malformed' },
    });
    const unknown = { status: 404, body: { code: 'bridge.hand-off-unknown' } };
    deepEqual(await tried(body({}, 'somebody')), unknown);
    const raw = body();
    const other = await ground.bridge().takeWebhook('another', Buffer.from(raw), signed(raw));
    deepEqual(other, { status: 404, body: { code: 'bridge.partner-unknown' } });
  });

  it('takes typing and drops it: no contract carries it to the customer', async () => {
    const raw = body({
      type: 'Event',
      text: undefined,
      events: [{ eventType: 'Typing', typing: { type: 'On' } }],
    });
    deepEqual(await ground.hook(raw, signed(raw)), { status: 200 });
    equal(await waiting(), 0);
  });

  it('passes a long reply on in parts, and names a file it cannot pass on', async () => {
    const long = `${'word '.repeat(600)}end`;
    const raw = body({
      text: long,
      content: [{ contentType: 'Attachment', attachment: { mediaType: 'image/png', filename: 'zip.png' } }],
    });
    await ground.hook(raw, signed(raw));
    await waitFor(() => ground.customerSaw().length === 2, { what: 'both parts' });
    const [one = '', two = ''] = ground.customerSaw();
    ok(one.length <= 2_002 && two.endsWith('[file: zip.png]'));
    equal(`${one.slice(2)} ${two.slice(2)}`, `${long}\n[file: zip.png]`);
  });

  it('writes nobody’s words into the log', async () => {
    const raw = body({ text: 'my secret words' });
    await ground.hook(raw, signed(raw));
    await ground.customerSays('my own secret words');
    await waitFor(() => ground.customerSaw().length === 2 && ground.partnerSaw().length === 3, {
      what: 'both',
    });
    deepEqual(
      lines.filter((line) => line.includes('secret words')),
      [],
    );
  });
});
