import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { auditChoiceCard } from '../../../../bot/cards/audit-choice-card.ts';
import { auditCustomerCard } from '../../../../bot/cards/audit-customer-card.ts';
import { auditLatestCard } from '../../../../bot/cards/audit-latest-card.ts';
import { auditTrailCard } from '../../../../bot/cards/audit-trail-card.ts';
import type { AuditStepView } from '../../../../bot/cards/audit-view.ts';
import { policyCard } from '../../../../bot/cards/policy-card.ts';
import { policyChangesCard } from '../../../../bot/cards/policy-changes-card.ts';
import { policySureCard } from '../../../../bot/cards/policy-sure-card.ts';
import type { PolicyChangeView, PolicyView } from '../../../../bot/cards/policy-view.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

const minute = 60_000;
const at = Date.UTC(2026, 10, 21, 14, 0, 0);

const configured = {
  mode: 'supervisor',
  quietHours: '21:00-08:00',
  timeZone: 'Europe/Berlin',
  contactAgainAfterHours: '24',
  approvalMinutes: '10',
  cobrowseControl: 'off',
  text: '{customer, select, none {Hello} other {Hello {customer}}}, this is {agent} from {queue}.\nCan I help you further?',
} as const;

const change: PolicyChangeView = {
  at,
  by: 'Sam Porter',
  items: [
    { item: 'quietHours', from: '21:00-08:00', to: 'off' },
    { item: 'text', from: 'Hello', to: configured.text },
  ],
};

/** The policy as a supervisor sees it, never changed. */
export function policySample(part: Partial<PolicyView> = {}): PolicyView {
  return {
    revision: 0,
    values: configured,
    configured,
    lastChange: null,
    readable: true,
    mayChange: true,
    said: null,
    meanwhile: [],
    ...part,
  };
}

/** The n-th outreach of a list, from 1; the same in every run. */
export function auditedOutreach(n: number, part: Partial<Outreach> = {}): Outreach {
  return exampleOutreach({
    id: `6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e${String(n).padStart(2, '0')}`,
    agentName: 'Ada Lindqvist',
    customerName: 'Noor Haddad',
    queueName: 'Orders and returns',
    state: 'delivered',
    text: 'Hello Noor, this is Ada from Northwind.\nCan I still help you with your return?',
    decidedBy: 'Sam Porter',
    createdAt: at - n * 60 * minute,
    ...part,
  });
}

const steps: readonly AuditStepView[] = [
  { at: at + 3 * minute, who: 'genesys', why: 'reached the browser', from: 'sent', to: 'delivered' },
  { at: at + 2 * minute, who: 'delivery', why: 'accepted with 200', from: 'sending', to: 'sent' },
  { at: at + 2 * minute, who: 'Sam Porter', why: 'approved', from: 'awaiting-approval', to: 'approved' },
  { at, who: 'policy', why: 'approval needed', from: 'proposed', to: 'awaiting-approval' },
  { at, who: 'presence', why: 'Ada Lindqvist became available', from: null, to: 'proposed' },
];

/** The cards of the policy and the audit trail. */
export function* deskSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  const values = { ...configured, mode: 'automatic', quietHours: 'off', timeZone: 'America/New_York' };
  const later = policySample({ revision: 3, values, lastChange: change });
  yield [`policy-configured.${locale}`, policyCard(policySample(), locale)];
  yield [`policy-changed.${locale}`, policyCard({ ...later, said: 'changed' }, locale)];
  yield [
    `policy-meanwhile.${locale}`,
    policyCard({ ...later, said: 'meanwhile', meanwhile: [change, { ...change, items: [] }] }, locale),
  ];
  yield [`policy-agent.${locale}`, policyCard({ ...later, mayChange: false }, locale)];
  const unreadable = { readable: false, revision: 4, lastChange: { ...change, items: null } };
  yield [`policy-unreadable.${locale}`, policyCard(policySample(unreadable), locale)];
  yield [
    `policy-sure.${locale}`,
    policySureCard(
      {
        loosens: ['automatic', 'quiet-hours', 'contact-again'],
        from: configured,
        to: values,
        verb: 'policy.reset',
        data: { policyRevision: 3 },
      },
      locale,
    ),
  ];
  yield [`policy-changes.${locale}`, policyChangesCard([change, { ...change, items: null }], locale)];
  yield [`policy-changes-none.${locale}`, policyChangesCard([], locale)];
  yield [`audit-trail.${locale}`, auditTrailCard({ outreach: auditedOutreach(1), steps, more: 0 }, locale)];
  const held: AuditStepView = {
    at,
    who: 'policy',
    why: 'quiet-hours, contacted-recently',
    from: 'approved',
    to: 'held',
  };
  const stranger = auditedOutreach(1, { customerName: null, state: 'held', reason: 'quiet-hours' });
  yield [
    `audit-trail-held.${locale}`,
    auditTrailCard({ outreach: stranger, steps: [held], more: 12 }, locale),
  ];
  const outreaches = [
    auditedOutreach(1),
    auditedOutreach(2, { state: 'held', reason: 'quiet-hours', decidedBy: 'policy' }),
    auditedOutreach(3, { state: 'failed', reason: 'genesys.permission-missing', decidedBy: null }),
  ];
  yield [
    `audit-customer.${locale}`,
    auditCustomerCard({ customerName: 'Noor Haddad', outreaches, more: 1 }, locale),
  ];
  yield [`audit-latest.${locale}`, auditLatestCard(outreaches, locale)];
  yield [`audit-latest-none.${locale}`, auditLatestCard([], locale)];
  yield [
    `audit-choice.${locale}`,
    auditChoiceCard(
      {
        customers: [
          { last: auditedOutreach(1), outreaches: 1 },
          { last: auditedOutreach(2, { customerName: 'Noor Hansen', queueName: null }), outreaches: 4 },
        ],
        more: 2,
      },
      locale,
    ),
  ];
}
