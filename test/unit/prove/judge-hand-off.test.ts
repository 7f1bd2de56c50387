import { deepEqual } from 'node:assert/strict';
import { judgeHandOff } from '../../../tools/prove/hand-offs/judge-hand-off.ts';

const inbound = (text: string) => ({ direction: 'inbound', text }) as const;
const outbound = (text: string) => ({ direction: 'outbound', text }) as const;
const talk = {
  customerName: 'Hannah',
  byCustomer: ['hello', 'ok', 'ok'],
  byPartner: ['one', 'two'],
  endedBy: 'source',
} as const;
const partner = [
  inbound('Hand-off: escalation'),
  inbound('What was said before:\n[2026-11-21 09:05] Hannah: hello\n[2026-11-21 09:06] Ben: hi'),
  inbound('ok'),
  outbound('one'),
  inbound('ok'),
  outbound('two'),
  inbound('[The customer has left the conversation.]'),
];
const customer = [outbound('one'), inbound('ok'), outbound('two')];
const well = { lost: [], doubled: [], strange: [], disordered: false };

describe('the verdict on a hand-off', () => {
  it('finds nothing where each word is there once and in order, in the transcript or by itself', () => {
    deepEqual(judgeHandOff(talk, partner, customer), well);
  });

  it('names what is missing, there twice, or was never said', () => {
    deepEqual(judgeHandOff(talk, partner.slice(0, 4), customer), { ...well, lost: ['ok'] });
    deepEqual(judgeHandOff(talk, partner, [...customer, outbound('two')]), { ...well, doubled: ['two'] });
    deepEqual(judgeHandOff(talk, [...partner, inbound('one')], customer), { ...well, strange: ['one'] });
  });

  it('sees another order', () => {
    deepEqual(judgeHandOff(talk, partner, customer.toReversed()), { ...well, disordered: true });
  });
});
