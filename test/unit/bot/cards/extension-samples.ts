import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { type CustomerView, customerCard } from '../../../../bot/cards/customer-card.ts';
import { customerFormCard } from '../../../../bot/cards/customer-form-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';

const here = Date.UTC(2026, 10, 21, 13, 20, 0);

const left: CustomerView = {
  conversationId: 'b1f1f7f4-8f0e-4d8f-9d53-3a1b6f0c9a01',
  customerName: 'Noor Haddad',
  queueName: 'Orders and returns',
  lastActivityAt: here,
  endedAt: here + 120_000,
};
const hostile = '**Bold** [link](https://evil.example) <b>x</b> {{DATE(2026-11-21T00:00:00Z,SHORT)}}';

/** The cards of the message extension, by name. */
export function* extensionSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  yield [`customer-left.${locale}`, customerCard(left, locale)];
  yield [
    `customer-anonymous-here.${locale}`,
    customerCard({ ...left, customerName: null, queueName: null, endedAt: null }, locale),
  ];
  yield [
    `customer-hostile.${locale}`,
    customerCard({ ...left, customerName: hostile, queueName: hostile }, locale),
  ];
  const form = {
    ...left,
    agentId: '0e1a4c1e-5d0b-4f9f-8a6f-3f1f0a0b7c02',
    draft: 'Hello Noor, this is Ada from Northwind. Can I still help you with your return?',
    nonce: 'a:chat press-1',
  };
  yield [`customer-form.${locale}`, customerFormCard({ ...form, instead: false }, locale)];
  yield [`customer-form-instead.${locale}`, customerFormCard({ ...form, instead: true }, locale)];
}
