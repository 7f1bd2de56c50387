import { customerName } from '../customer/customer-name.js';

const titles = {
  joined: 'Customer opened the messenger',
  disconnected: 'The conversation was ended',
  'cobrowse-offered': 'Customer was offered to co-browse',
  'cobrowse-offer-expired': 'The offer to co-browse ran out',
  'cobrowse-accepted': 'Customer took the offer to co-browse',
  'cobrowse-rejected': 'Customer declined to co-browse',
  'agent-typing': 'An agent is typing',
  cleared: 'Customer wiped the conversation',
  'started-anew': 'Customer started anew',
  'signed-in': 'Customer signed in',
  'signed-out': 'Customer signed out',
  'session-expired': 'The session has expired',
  'cobrowse-offered': 'An agent asked to see the page',
  'cobrowse-expired': 'The request to see the page ran out',
  'cobrowse-accepted': 'Customer showed the page',
  'cobrowse-rejected': 'Customer kept the page private',
};

/** What a customer's messenger showed beside messages, or its customer did there. @param {any} entry of the record @param {any} org */
export function guestStep(entry, org) {
  const customer = org?.customers.find(({ id }) => id === entry.customerId);
  const name = customer === undefined ? 'The customer' : customerName(customer);
  return {
    id: `record-${entry.seq}`,
    kind: 'customer',
    role: entry.event,
    told: true,
    title: titles[entry.what] ?? entry.what,
    about: entry.readOnly ? `${name} cannot write on until they start anew` : name,
    customerId: entry.customerId,
    at: entry.at,
    raw: [{ title: 'What the customer saw', json: entry }],
  };
}
