import { createHmac } from 'node:crypto';
import type { Chance } from '../chance.ts';

/** A call to the webhook as it goes over the wire. */
interface WebhookCall {
  readonly body: string;
  readonly signature: string | null;
}

export function signatureOf(body: string, secret: string, hash = 'sha256'): string {
  return `sha256=${createHmac(hash, secret).update(body).digest('base64')}`;
}

/** What an integration sends when somebody over there writes, about a hand-off that never was. */
export function webhookText(chance: Chance): string {
  return JSON.stringify({
    id: chance.bytes(16).toString('hex'),
    channel: {
      platform: 'Open',
      type: 'Private',
      to: { id: chance.bytes(8).toString('hex') },
      time: new Date().toISOString(),
    },
    type: 'Text',
    text: 'Your password, please',
    direction: 'Outbound',
  });
}

type Forge = (body: string, secret: string, chance: Chance) => WebhookCall;

/** Ways to make a call that must not be believed. */
export const webhookForgeries: Readonly<Record<string, Forge>> = {
  'no signature': (body) => ({ body, signature: null }),
  'an empty signature': (body) => ({ body, signature: 'sha256=' }),
  'another secret': (body, _, chance) => ({
    body,
    signature: signatureOf(body, chance.bytes(16).toString('hex')),
  }),
  'an empty secret': (body) => ({ body, signature: signatureOf(body, '') }),
  'hexadecimal in place of base64': (body, secret) => ({
    body,
    signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  }),
  'another hash': (body, secret) => ({ body, signature: signatureOf(body, secret, 'sha512') }),
  'the older hash': (body, secret) => ({
    body,
    signature: `sha1=${createHmac('sha1', secret).update(body).digest('base64')}`,
  }),
  'the hash without a key': (body) => ({ body, signature: signatureOf(body, 'sha256') }),
  'one letter of the body': (body, secret, chance) => {
    const at = 1 + chance.below(body.length - 2);
    const other = body[at] === 'x' ? 'y' : 'x';
    return { body: body.slice(0, at) + other + body.slice(at + 1), signature: signatureOf(body, secret) };
  },
  'a space after the body': (body, secret) => ({ body: `${body} `, signature: signatureOf(body, secret) }),
  'the body in another layout': (body, secret) => ({
    body: JSON.stringify(JSON.parse(body), null, 1),
    signature: signatureOf(body, secret),
  }),
  'a bit of the signature': (body, secret, chance) => {
    const bytes = createHmac('sha256', secret).update(body).digest();
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return { body, signature: `sha256=${bytes.toString('base64')}` };
  },
  'half a signature': (body, secret) => ({ body, signature: signatureOf(body, secret).slice(0, 30) }),
  'the signature of another message': (body, secret, chance) => ({
    body,
    signature: signatureOf(webhookText(chance), secret),
  }),
};
