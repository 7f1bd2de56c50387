import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { cardView } from '../../../../bot/cards/card-view.ts';
import { languageCard } from '../../../../bot/cards/language-card.ts';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import { outreachCard } from '../../../../bot/cards/outreach-card.ts';
import { type Locale, locales } from '../../../../bot/locales/locale.ts';
import { type Outreach, type OutreachState, outreachStates } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { byHandSamples } from './by-hand-samples.ts';
import { cobrowseSamples } from './cobrowse-samples.ts';
import { decisionSamples } from './decision-samples.ts';
import { deskSamples } from './desk-samples.ts';
import { extensionSamples } from './extension-samples.ts';
import { handOffSamples } from './hand-off-samples.ts';
import { peopleSamples } from './people-samples.ts';
import { replySamples } from './reply-samples.ts';

const minute = 60_000;
const proposedAt = Date.UTC(2026, 10, 21, 14, 0, 0);
const decided = { decidedBy: 'Sam Porter', decidedAt: proposedAt + 2 * minute };
const later = { updatedAt: proposedAt + 3 * minute, version: 5 };

const inState: Readonly<Record<OutreachState, Partial<Outreach>>> = {
  proposed: {},
  'awaiting-approval': { expiresAt: proposedAt + 15 * minute, version: 2 },
  approved: { ...decided, version: 3, updatedAt: proposedAt + 2 * minute },
  sending: { ...decided, ...later },
  sent: { ...decided, ...later },
  delivered: { ...decided, ...later },
  undelivered: { ...decided, ...later },
  replied: { ...decided, ...later },
  declined: { ...decided, ...later },
  expired: later,
  held: { reason: 'contacted-recently', ...later },
  failed: { ...decided, ...later, reason: 'genesys.permission-missing' },
  unknown: { ...decided, ...later, reason: 'genesys.no-answer' },
  asked: { ...decided, ...later, reason: 'genesys.no-answer' },
  cancelled: { decidedBy: 'Ada Lindqvist', decidedAt: proposedAt + 2 * minute, ...later },
};

/** The same in every run, as golden files need it. */
function sample(part: Partial<Outreach>): Outreach {
  return exampleOutreach({
    id: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
    mode: 'supervisor',
    agentName: 'Ada Lindqvist',
    customerName: 'Noor Haddad',
    queueName: 'Orders and returns',
    sessionLastActivityAt: proposedAt - 40 * minute,
    sessionEndedAt: proposedAt - 38 * minute,
    text: 'Hello Noor, this is Ada from Northwind. I saw our chat broke off earlier.\nCan I still help you with your return?',
    createdAt: proposedAt,
    updatedAt: proposedAt,
    ...part,
  });
}

/** Every card in every state and language, by name. */
export function cardSamples(): Map<string, AdaptiveCard> {
  return new Map(locales.flatMap((locale) => [...samplesIn(locale)]));
}

function* samplesIn(locale: Locale): Generator<[string, AdaptiveCard]> {
  for (const state of outreachStates) {
    const outreach = sample({ state, ...inState[state] });
    yield [`outreach-${state}.${locale}`, outreachCard(cardView(outreach, locale), locale)];
  }
  const scheduled = sample({
    kind: 'follow-up',
    state: 'approved',
    ...inState.approved,
    sendAt: proposedAt + 20 * minute,
  });
  yield [`outreach-scheduled.${locale}`, outreachCard(cardView(scheduled, locale), locale)];
  const toBeApproved = sample({
    kind: 'follow-up',
    state: 'awaiting-approval',
    expiresAt: proposedAt + 30 * minute,
    sendAt: proposedAt + 20 * minute,
    version: 2,
  });
  yield [
    `outreach-follow-up-awaiting-approval.${locale}`,
    outreachCard(cardView(toBeApproved, locale), locale),
  ];
  const byHand = sample({ kind: 'by-hand', state: 'delivered', ...inState.delivered });
  yield [`outreach-by-hand.${locale}`, outreachCard(cardView(byHand, locale), locale)];
  const leftAlone = sample({ state: 'replied', ...inState.replied, reason: 'opted-out' });
  yield [`outreach-opted-out.${locale}`, outreachCard(cardView(leftAlone, locale), locale)];
  const stranger = sample({
    state: 'delivered',
    mode: 'automatic',
    customerName: null,
    queueName: null,
    sessionEndedAt: null,
    decidedBy: 'policy',
    decidedAt: proposedAt,
    ...later,
  });
  yield [`outreach-anonymous-automatic.${locale}`, outreachCard(cardView(stranger, locale), locale)];
  const hostile = sample({
    state: 'awaiting-approval',
    customerName: '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}',
    agentName: '# Heading_with_underscores_',
    queueName: '<at>everyone</at> & <b>tags</b>',
    text: `1. not a list\n\n> not a quote\n${'long words '.repeat(180)}`.slice(0, 2000),
    version: 2,
  });
  yield [`outreach-hostile-text.${locale}`, outreachCard(cardView(hostile, locale), locale)];
  yield* byHandSamples(locale);
  yield* cobrowseSamples(locale);
  yield* decisionSamples(locale);
  yield* deskSamples(locale);
  yield* extensionSamples(locale);
  yield* handOffSamples(locale);
  yield* peopleSamples(locale);
  yield* replySamples(locale);
  yield [
    `language-unknown.${locale}`,
    languageCard({ spoken: locale, because: 'told', unknown: '**klingon**' }, locale),
  ];
  yield [`language-set.${locale}`, languageCard({ spoken: locale, because: 'set', unknown: null }, locale)];
  yield [
    `notice-problem.${locale}`,
    noticeCard(
      { title: 'That did not work', lines: ['What it means.', 'What to do. (code x.y)'], tone: 'problem' },
      locale,
    ),
  ];
}
