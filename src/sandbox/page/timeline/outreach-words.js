import { customerName } from '../customer/customer-name.js';
import { isPending } from './outreaches.js';
import { patienceMs, whyNobody } from './why-nobody.js';

const tones = {
  replied: 'good',
  delivered: 'good',
  sent: 'good',
  failed: 'bad',
  unknown: 'bad',
  held: 'warn',
  undelivered: 'warn',
  'awaiting-approval': 'wait',
};

const states = {
  proposed: 'Proposed',
  'awaiting-approval': 'Needs a yes',
  approved: 'Approved',
  sending: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Not seen yet',
  replied: 'Replied',
  declined: 'Declined',
  expired: 'Lapsed',
  held: 'Held back',
  failed: 'Failed',
  unknown: 'Not known',
};

/**
 * An outreach in words: who to whom, how it stands, and for one that came to nothing a last step that says why.
 *
 * @param {any} outreach
 * @param {{ outreaches: any[], orgs: any[], paused: boolean, installed: boolean, now: number }} known
 */
export function outreachWords(outreach, known) {
  const { orgs, now } = known;
  const agents = orgs.flatMap((org) => org.agents);
  const agent = agents.find(({ id }) => id === outreach.agentId)?.name ?? 'An agent';
  const customers = orgs.flatMap((org) => org.customers);
  const customer = customers.find(({ id }) => id === outreach.customerId);
  const names = { agent, customer: customer === undefined ? null : customerName(customer) };
  if (!isPending(outreach)) {
    const state = outreach.steps.findLast((step) => step.state)?.state;
    const failed = outreach.steps.some((step) => step.role === 'send' && step.failed);
    const wrote = outreach.steps.some(({ role }) => role === 'wrote');
    const accepted = outreach.accepted ? 'Sent' : failed ? 'Being tried' : 'Under way';
    return {
      ...names,
      customer: names.customer ?? 'a visitor',
      status: wrote ? states.replied : (states[state] ?? accepted),
      tone: wrote ? 'good' : (tones[state] ?? (failed ? 'bad' : 'quiet')),
      lastStep: null,
    };
  }
  if (outreach.steps.some(({ role }) => role === 'left'))
    return { ...names, status: 'No longer free', tone: 'quiet', lastStep: null };
  if (now - Date.parse(outreach.at) < patienceMs)
    return { ...names, status: 'Looking…', tone: 'wait', lastStep: null };
  const why = whyNobody(outreach, known);
  return {
    ...names,
    status: why.title.startsWith('Passed') ? 'Passed over' : 'Nobody written to',
    tone: 'warn',
    lastStep: {
      id: `${outreach.id}-why`,
      kind: 'agent',
      role: 'why',
      warn: true,
      at: new Date(Date.parse(outreach.at) + patienceMs).toISOString(),
      ...why,
      raw: [],
    },
  };
}
