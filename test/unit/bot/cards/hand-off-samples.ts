import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { handOffCard } from '../../../../bot/cards/hand-off-card.ts';
import type { HandOffView } from '../../../../bot/cards/hand-off-view.ts';
import { type PartnersView, partnersCard } from '../../../../bot/cards/partners-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import { registeringSamples } from './registering-samples.ts';

const at = Date.UTC(2026, 10, 21, 14, 0, 0);
const hostile = '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}';
const view: HandOffView = {
  handOffId: '5e0c0a3e-5c57-4c9b-8a53-3f9c3c1d7a01',
  state: 'proposed',
  code: null,
  customerName: 'Noor Haddad',
  partnerName: 'Southridge Repairs',
  queue: 'Claims',
  agentName: 'Ada Brandt',
  originalQueue: 'Support',
  reason: 'escalation',
  note: 'Third torn seam this year.',
  contract: 'bridge',
  attempted: true,
  toPartner: 0,
  toCustomer: 0,
  waiting: 0,
  endedBy: null,
  endedByName: null,
  proposedAt: at,
  changedAt: at + 60_000,
  side: 'ours',
};

const samples: Readonly<Record<string, Partial<HandOffView>>> = {
  proposed: { attempted: false },
  'ticket-refused': { state: 'refused', attempted: false, code: 'handoff.ticket.expired' },
  moving: { state: 'moving', reason: 'their-language' },
  refused: { state: 'refused', contract: 'field', code: 'genesys.handoff.refused' },
  bridged: { state: 'bridged', toPartner: 1, toCustomer: 2 },
  'bridged-waiting': {
    state: 'bridged',
    toPartner: 4,
    waiting: 2,
    code: 'genesys.unreachable',
    reason: 'their-subject',
  },
  'bridged-partner': {
    state: 'bridged',
    side: 'partner',
    customerName: null,
    originalQueue: null,
    reason: 'their-subject',
  },
  moved: { state: 'moved', contract: 'field', note: null, reason: 'other' },
  unknown: { state: 'unknown', contract: 'field', code: 'handoff.move-unknown' },
  failed: { state: 'failed', attempted: false, code: 'handoff.partner-unreachable' },
  'ended-person': {
    state: 'ended',
    endedBy: 'person',
    endedByName: 'Sam Porter',
    toPartner: 3,
    toCustomer: 1,
  },
  'ended-destination': { state: 'ended', endedBy: 'destination', toPartner: 3, toCustomer: 4 },
  'ended-source': { state: 'ended', endedBy: 'source' },
  'ended-time-limit': { state: 'ended', endedBy: 'time-limit' },
  'ended-fault': { state: 'ended', endedBy: 'fault', code: 'genesys.permission-missing' },
  hostile: {
    state: 'bridged',
    customerName: hostile,
    partnerName: hostile,
    queue: hostile,
    agentName: hostile,
    originalQueue: hostile,
    note: `1. not a list\n> not a quote\n${hostile}`,
  },
};

const partners: PartnersView = {
  partners: [
    {
      id: 'southridge',
      name: 'Southridge Repairs',
      missing: [],
      registered: null,
      queues: ['Repairs', 'Claims'],
      contract: 'bridge',
      channelTypes: { webmessaging: 'open' },
      trustKeys: 1,
      ticketsJudged: 'here',
      problem: null,
      latest: [
        { state: 'bridged', customerName: 'Noor Haddad', updatedAt: at },
        { state: 'refused', customerName: null, updatedAt: at - 3_600_000 },
      ],
    },
    {
      id: 'hostile',
      name: hostile,
      missing: ['conversation:communication:blindTransfer'],
      registered: { by: hostile, at },
      queues: ['Desk'],
      contract: 'field',
      channelTypes: { webmessaging: 'webchat' },
      trustKeys: 0,
      ticketsJudged: 'there',
      problem: 'handoff.organisation-mismatch',
      latest: [],
    },
  ],
  setAside: [
    {
      id: 'west',
      name: 'Westbrook Care',
      code: 'handoff.partner-variable-unset',
      by: 'Sam Porter',
      at: at - 86_400_000,
    },
    { id: 'broken', name: null, code: 'handoff.partner-row-invalid', by: 'Sam Porter', at },
  ],
  turnedAway: [
    { at, code: 'handoff.ticket.replayed', partner: 'Southridge Repairs' },
    { at: at - 60_000, code: 'handoff.ticket.issuer-unknown', partner: null },
  ],
};

/** The cards of hand-offs, by name. */
export function* handOffSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  for (const [name, more] of Object.entries(samples))
    yield [`hand-off-${name}.${locale}`, handOffCard({ ...view, ...more }, locale)];
  yield [`partners.${locale}`, partnersCard(partners, locale)];
  yield [`partners-none.${locale}`, partnersCard({ partners: [], setAside: [], turnedAway: [] }, locale)];
  yield* registeringSamples(locale);
}
