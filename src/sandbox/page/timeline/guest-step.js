import { customerName } from '../customer/customer-name.js';

const titles = {
  joined: 'Customer opened the messenger',
  disconnected: 'The conversation was ended',
  'agent-typing': 'An agent is typing',
  cleared: 'Customer wiped the conversation',
  'started-anew': 'Customer started anew',
  'signed-in': 'Customer signed in',
  'signed-out': 'Customer signed out',
  'session-expired': 'The session has expired',
  'cobrowse-offered': 'An agent offered to look along',
  'cobrowse-offer-expired': 'The offer to look along ran out',
  'cobrowse-accepted': 'Customer let the agent look along',
  'cobrowse-rejected': 'Customer declined the offer to look along',
  'cobrowse-ended': 'Customer stopped sharing the page',
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
