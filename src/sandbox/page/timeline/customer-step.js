import { customerName } from '../customer/customer-name.js';

/** What a customer saw or did. @param {any} entry of the record @param {any} org */
export function customerStep(entry, org) {
  const customer = org?.customers.find(({ id }) => id === entry.customerId);
  const name = customer === undefined ? 'The customer' : customerName(customer);
  const titles = {
    shown: 'Shown to the customer',
    waiting: 'Waits for the customer',
    'seen-in-history': 'Customer read it later',
    wrote: 'Customer wrote',
  };
  return {
    id: `record-${entry.seq}`,
    kind: 'customer',
    role: entry.event,
    told: true,
    title: titles[entry.event] ?? entry.event,
    about: `${name}: “${entry.message?.text ?? ''}”`,
    customerId: entry.customerId,
    at: entry.at,
    raw: [{ title: 'What the customer saw', json: entry }],
  };
}
