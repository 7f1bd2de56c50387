import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { cardView } from '../../../../bot/cards/card-view.ts';
import { helpCard } from '../../../../bot/cards/help-card.ts';
import { noticeCard } from '../../../../bot/cards/notice-card.ts';
import { outreachCard } from '../../../../bot/cards/outreach-card.ts';
import { statusCard } from '../../../../bot/cards/status-card.ts';
import type { Locale } from '../../../../bot/locales/words.ts';
import { type Outreach, type OutreachState, outreachStates } from '../../../../src/outreach/outreach.ts';
import { sampleOutreach } from '../../../support/sample-outreach.ts';

const minute = 60_000;
const proposedAt = sampleOutreach().createdAt;
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
};

/** Every card in every state and language, by name. */
export function cardSamples(): Map<string, AdaptiveCard> {
  return new Map((['en', 'de'] as const).flatMap((locale) => [...samplesIn(locale)]));
}

function* samplesIn(locale: Locale): Generator<[string, AdaptiveCard]> {
  for (const state of outreachStates) {
    const outreach = sampleOutreach({ state, ...inState[state] });
    yield [`outreach-${state}.${locale}`, outreachCard(cardView(outreach, locale), locale)];
  }
  const stranger = sampleOutreach({
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
  const hostile = sampleOutreach({
    state: 'awaiting-approval',
    customerName: '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}',
    agentName: '# Heading_with_underscores_',
    queueName: '<at>everyone</at> & <b>tags</b>',
    text: `1. not a list\n\n> not a quote\n${'long words '.repeat(180)}`.slice(0, 2000),
    version: 2,
  });
  yield [`outreach-hostile-text.${locale}`, outreachCard(cardView(hostile, locale), locale)];
  yield [`help.${locale}`, helpCard(locale)];
  yield [
    `status-supervisor.${locale}`,
    statusCard(
      {
        mode: 'supervisor',
        feed: { state: 'live', ageMs: 12_000, agentsWatched: 12 },
        sessionsIndexed: 48,
        pausedAll: null,
        pausedYou: null,
        you: null,
        today: { 'awaiting-approval': 1, delivered: 7, undelivered: 2, replied: 3, held: 4, failed: 1 },
      },
      locale,
    ),
  ];
  yield [
    `status-agent-paused-stale.${locale}`,
    statusCard(
      {
        mode: 'automatic',
        feed: { state: 'stale', ageMs: 190_000, agentsWatched: 12 },
        sessionsIndexed: 1,
        pausedAll: { by: 'Sam Porter', since: proposedAt },
        pausedYou: { since: proposedAt + minute },
        you: { name: 'Ada Lindqvist', presence: 'On Queue', available: true },
        today: {},
      },
      locale,
    ),
  ];
  yield [
    `notice-problem.${locale}`,
    noticeCard(
      { title: 'That did not work', lines: ['What it means.', 'What to do. (code x.y)'], tone: 'problem' },
      locale,
    ),
  ];
}
