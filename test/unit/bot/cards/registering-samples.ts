import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { auditTicketsCard } from '../../../../bot/cards/audit-tickets-card.ts';
import { partnerChangesCard } from '../../../../bot/cards/partner-changes-card.ts';
import { partnerDoneCard } from '../../../../bot/cards/partner-done-card.ts';
import { type PartnerFormView, partnerFormCard } from '../../../../bot/cards/partner-form-card.ts';
import { partnerSureCard } from '../../../../bot/cards/partner-sure-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import { emptyPartnerForm, longestOf } from '../../../../src/journeys/hand-off/registering/partner-form.ts';

const at = Date.UTC(2026, 10, 21, 14, 0, 0);
const hostile = '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}';
const southridge = {
  ...emptyPartnerForm,
  id: 'southridge',
  name: 'Southridge Repairs',
  organisationId: '22222222-2222-4222-8222-222222222222',
  region: 'eu-central-1',
  clientId: 'b9c1d2e3',
  clientSecret: 'PARTNER_SOUTHRIDGE_SECRET',
  integrationId: 'f3a4b5c6',
  webhookToken: 'PARTNER_SOUTHRIDGE_WEBHOOK',
  queues: 'Repairs\nClaims',
};
const empty: PartnerFormView = {
  of: null,
  revision: 0,
  values: emptyPartnerForm,
  longest: longestOf,
  problems: [],
};
const refused: PartnerFormView = {
  ...empty,
  of: { id: 'southridge', name: hostile },
  revision: 3,
  values: { ...southridge, name: hostile, clientSecret: '' },
  problems: [
    { field: 'clientSecret', code: 'handoff.partner-secret-typed', wrong: null },
    { field: 'organisationId', code: 'handoff.partner-malformed', wrong: 'is not a GUID' },
    { field: null, code: 'handoff.partner-client-refused', wrong: null },
  ],
};
const done = { id: 'southridge', name: hostile, contract: 'bridge', channel: true, missing: [] } as const;

/** The cards of registering partners, and of what is in their audit trails, by name. */
export function* registeringSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  yield [`partner-form.${locale}`, partnerFormCard(empty, locale)];
  yield [`partner-form-refused.${locale}`, partnerFormCard(refused, locale)];
  const sure = { id: 'southridge', name: hostile, revision: 3, underWay: 2 };
  yield [`partner-sure.${locale}`, partnerSureCard(sure, locale)];
  yield [`partner-registered.${locale}`, partnerDoneCard({ kind: 'registered', ...done }, locale)];
  const lacking = { contract: 'field', missing: ['conversation:communication:blindTransfer'] } as const;
  yield [`partner-changed.${locale}`, partnerDoneCard({ kind: 'changed', ...done, ...lacking }, locale)];
  yield [`partner-unchanged.${locale}`, partnerDoneCard({ kind: 'unchanged', ...done }, locale)];
  const removed = { kind: 'removed', name: 'Southridge Repairs', underWay: 1 } as const;
  yield [`partner-removed.${locale}`, partnerDoneCard(removed, locale)];
  yield [`partner-nothing.${locale}`, partnerDoneCard({ kind: 'nothing' }, locale)];
  yield [`partner-again.${locale}`, partnerDoneCard({ kind: 'again' }, locale)];
  yield [`audit-partners.${locale}`, partnerChangesCard([...changes()], locale)];
  yield [`audit-partners-none.${locale}`, partnerChangesCard([], locale)];
  yield [`audit-tickets.${locale}`, auditTicketsCard([...verdicts()], locale)];
  yield [`audit-tickets-none.${locale}`, auditTicketsCard([], locale)];
}

function* changes() {
  const sam = { by: 'Sam Porter', id: 'southridge', name: 'Southridge Repairs', fields: [] };
  yield { ...sam, at, action: 'removed' as const };
  const fields = ['clientSecret', 'queues'] as const;
  yield { ...sam, at: at - 60_000, by: hostile, name: hostile, action: 'changed' as const, fields };
  yield { ...sam, at: at - 120_000, name: null, action: 'registered' as const };
}

function* verdicts() {
  const organisationId = '22222222-2222-4222-8222-222222222222';
  const ids = { ticketId: '5e0c0a3e', conversationId: '9b53-3f9c' };
  const named = { organisationId, name: 'Southridge Repairs', ours: false };
  yield { ...ids, at, code: null, from: { organisationId, name: null, ours: true } };
  yield { ...ids, at: at - 60_000, code: 'handoff.ticket.replayed', from: named };
  yield {
    ...ids,
    at: at - 90_000,
    code: 'handoff.ticket.issuer-unknown',
    from: { organisationId: hostile, name: null, ours: false },
  };
  yield {
    at: at - 120_000,
    ticketId: null,
    conversationId: null,
    code: 'handoff.ticket.malformed',
    from: null,
  };
}
