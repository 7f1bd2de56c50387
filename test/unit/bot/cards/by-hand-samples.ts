import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { candidatesCard } from '../../../../bot/cards/candidates-card.ts';
import type { CandidatesView, CandidateView } from '../../../../bot/cards/candidates-view.ts';
import { historyCard } from '../../../../bot/cards/history-card.ts';
import type { HistoryRow } from '../../../../bot/cards/history-row.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import { wordsOf } from '../../../../bot/locales/words.ts';
import { outreachStates } from '../../../../src/outreach/outreach.ts';
import { sessionEnds } from '../../../../src/sessions/session.ts';

const minute = 60_000;
const at = Date.UTC(2026, 10, 21, 14, 0, 0);

/** The n-th of the list, from 1. */
export function candidateSample(n: number, part: Partial<CandidateView> = {}): CandidateView {
  const lastActivityAt = at - n * 12 * minute;
  return {
    conversationId: `00000000-0000-4000-8000-00000000000${n}`,
    customerName: 'Noor Haddad',
    queueName: 'Orders and returns',
    lastActivityAt,
    endedAt: lastActivityAt,
    endedBy: 'customer',
    rank: { near: 'queue-of-agent', abandoned: false, lastActivityAt },
    draft: 'Hello Noor, this is Ada. I am free now: can I still help you?',
    ...part,
  };
}

/** A list with nobody on it. */
export function candidatesSample(part: Partial<CandidatesView> = {}): CandidatesView {
  return {
    nonce: '3f0b2c66-0a6e-4f4e-8f3b-1d2f3a4b5c6d',
    at,
    paused: false,
    quietHours: false,
    silentForMs: null,
    needsApproval: false,
    best: [],
    more: 0,
    leftAlone: {},
    said: null,
    ...part,
  };
}

const near = (of: CandidateView['rank']['near'], abandoned = false): CandidateView['rank'] => ({
  near: of,
  abandoned,
  lastActivityAt: at,
});

const full: Partial<CandidatesView> = {
  best: [
    candidateSample(1, { rank: near('served-by-agent'), endedBy: sessionEnds[0] }),
    candidateSample(2, { customerName: '**Bold** <b>&', rank: near('queue-of-agent', true) }),
    candidateSample(3, { customerName: null, queueName: null, endedBy: 'timed-out', rank: near('neither') }),
    candidateSample(4, { endedAt: null, endedBy: null, rank: near('neither') }),
    candidateSample(5, { endedBy: null, rank: near('neither', true) }),
  ],
  more: 7,
  leftAlone: { 'contacted-recently': 3, 'connected-now': 2, 'outside-24h': 1, parked: 1 },
};

/** The cards of `candidates` and `history` in one language, by name. */
export function* byHandSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  const words = wordsOf(locale);
  const lists: readonly [string, Partial<CandidatesView>][] = [
    ['full', full],
    [
      'said-for-approval',
      {
        ...full,
        best: (full.best ?? []).slice(0, 1),
        needsApproval: true,
        said: words('candidates.said-approval', { customer: '*Noor*' }),
      },
    ],
    ['paused', { paused: true, silentForMs: 3 * minute }],
    ['none-here', { silentForMs: 3 * minute }],
    ['all-left-alone', { quietHours: true, leftAlone: { 'opted-out': 1, 'no-route': 11 } }],
  ];
  for (const [name, part] of lists)
    yield [`candidates-${name}.${locale}`, candidatesCard(candidatesSample(part), locale)];
  yield [
    `history-all.${locale}`,
    historyCard({ ofAll: true, name: null, rows: historySamples(), older: false }, locale),
  ];
  const own = { ofAll: false, rows: historySamples().slice(0, 2), older: true };
  yield [`history-own.${locale}`, historyCard({ ...own, name: '*Noor*' }, locale)];
  yield [`history-none.${locale}`, historyCard({ ...own, name: '*Noor*', rows: [], older: false }, locale)];
}

/** One of every state, and the two that look otherwise. */
function historySamples(): HistoryRow[] {
  const row = (n: number, part: Partial<HistoryRow> & Pick<HistoryRow, 'state'>): HistoryRow => ({
    at: at - n * minute,
    customerName: n % 5 === 0 ? null : 'Noor Haddad',
    agentName: 'Ada Lindqvist',
    sendAt: null,
    reason: part.state === 'held' ? 'quiet-hours' : part.state === 'failed' ? 'genesys.server-error' : null,
    ...part,
  });
  return [
    row(1, { state: 'approved', sendAt: at + 20 * minute }),
    row(2, { state: 'replied', reason: 'opted-out' }),
    ...outreachStates.map((state, index) => row(index + 3, { state })),
  ];
}
