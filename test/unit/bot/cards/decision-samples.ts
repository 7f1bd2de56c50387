import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { burstCard } from '../../../../bot/cards/burst-card.ts';
import { burstView } from '../../../../bot/cards/burst-view.ts';
import { cardView } from '../../../../bot/cards/card-view.ts';
import { movedCard } from '../../../../bot/cards/moved-card.ts';
import { outreachCard } from '../../../../bot/cards/outreach-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';
import type { Briefing } from '../../../../src/outreach/briefing.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

const minute = 60_000;
const proposedAt = Date.UTC(2026, 10, 21, 14, 0, 0);
const decided = { decidedBy: 'Sam Porter', decidedAt: proposedAt + 2 * minute };
const later = { updatedAt: proposedAt + 3 * minute, version: 5 };

const briefing: Briefing = {
  at: proposedAt,
  said: [
    { by: 'customer', text: 'The jacket came in the wrong size, can I still send it back?' },
    { by: 'agent', text: 'Of course. Let me look up your order, one moment please.' },
    { by: 'customer', text: 'I have to run, sorry' },
  ],
  standsInTheWay: [],
  timeZone: 'Europe/Berlin',
};

/** A proposal that waits, the same in every run. */
function asked(part: Partial<Outreach> = {}): Outreach {
  return exampleOutreach({
    id: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e01',
    state: 'awaiting-approval',
    mode: 'supervisor',
    agentName: 'Ada Lindqvist',
    customerName: 'Noor Haddad',
    queueName: 'Orders and returns',
    sessionLastActivityAt: proposedAt - 40 * minute,
    sessionEndedAt: proposedAt - 38 * minute,
    text: 'Hello Noor, this is Ada from Northwind. I saw our chat broke off earlier.\nCan I still help you with your return?',
    createdAt: proposedAt,
    updatedAt: proposedAt,
    expiresAt: proposedAt + 15 * minute,
    version: 3,
    briefing,
    ...part,
  });
}

const customers = ['Noor Haddad', 'Jonas Weber', 'Priya Raman', null, 'Lucía Ortega', '大野 さくら'];

/** So many proposals on one card, each changed as told. */
function burst(count: number, change: (index: number) => Partial<Outreach>) {
  return Array.from({ length: count }, (_, index) => {
    const customerName = customers[index % customers.length] ?? null;
    const id = `6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e${String(index + 10)}`;
    const expiresAt = proposedAt + (15 + index) * minute;
    return { place: index + 1, outreach: asked({ id, customerName, expiresAt, ...change(index) }) };
  });
}

/** As long and as costly in bytes as names, texts and reasons get. */
const longest: Partial<Outreach> = {
  customerName: '寿限無'.repeat(33),
  agentName: '"<&>\\'.repeat(20),
  text: '「長い本文」'.repeat(300),
  briefing: { ...briefing, standsInTheWay: ['permission-missing'] },
};

const burstId = '0d0f4bd0-6b57-4f7e-8a86-6f30f1f1c0de';

/** What a supervisor decides on, in one language: the cards before and after, and those several proposals share. */
export function* decisionSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
  const one = (name: string, part: Partial<Outreach>, latePresser: string | null = null) =>
    [`${name}.${locale}`, outreachCard(cardView(asked(part), locale, latePresser), locale)] as [
      string,
      AdaptiveCard,
    ];
  yield one('decision-briefed', {});
  yield one('decision-unread', {
    sessionEndedBy: 'timed-out',
    briefing: { at: proposedAt, said: null, standsInTheWay: null, timeZone: null },
  });
  yield one('decision-stands-in-the-way', {
    sessionEndedBy: 'customer',
    briefing: { ...briefing, said: [], standsInTheWay: ['connected-now'] },
  });
  yield one('decision-snoozed', {
    snoozedUntil: proposedAt + 20 * minute,
    snoozedBy: 'Sam Porter',
    expiresAt: proposedAt + 30 * minute,
  });
  yield one('decision-asked-again', { backAtVersion: 3 });
  yield one('decision-edited', {
    ...decided,
    ...later,
    state: 'delivered',
    briefing: null,
    text: 'Good afternoon Noor, may I help with your return?',
    proposedText: 'Hello Noor',
  });
  yield one('decision-declined', {
    ...decided,
    ...later,
    state: 'declined',
    briefing: null,
    declineReason: 'already-helped',
    declineNote: 'I called **her** this morning.',
  });
  yield one('decision-late', { ...decided, ...later, state: 'approved', briefing: null }, 'Kim Tran');
  yield one('decision-late-lapsed', { ...later, state: 'expired', briefing: null }, 'Kim Tran');
  yield [`decision-moved.${locale}`, movedCard('Noor Haddad', locale)];
  const shared = (name: string, members: ReturnType<typeof burst>) =>
    [`${name}.${locale}`, burstCard(burstView(burstId, members, locale), locale)] as [string, AdaptiveCard];
  yield shared(
    'burst-waiting',
    burst(12, () => ({})),
  );
  yield shared(
    'burst-half-decided',
    burst(6, (index): Partial<Outreach> => {
      if (index === 1) return { ...decided, ...later, state: 'delivered' };
      if (index === 2) return { ...decided, ...later, decidedBy: 'Kim Tran', state: 'declined' };
      if (index === 3) return { ...later, state: 'expired' };
      if (index === 4) return { snoozedUntil: proposedAt + 20 * minute, snoozedBy: 'Sam Porter' };
      return index === 5 ? { briefing: { ...briefing, standsInTheWay: ['quiet-hours'] } } : {};
    }),
  );
  yield shared(
    'burst-decided',
    burst(
      4,
      (index): Partial<Outreach> =>
        index === 0
          ? { ...later, state: 'expired' }
          : { ...decided, ...later, state: index === 1 ? 'declined' : 'sent' },
    ),
  );
  yield shared(
    'burst-none-free',
    burst(3, () => ({ briefing: { ...briefing, standsInTheWay: ['quiet-hours'] } })),
  );
  yield shared(
    'burst-longest',
    burst(12, (index) => (index === 0 ? { ...longest, briefing } : longest)),
  );
}
