import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { helpCard } from '../../../../bot/cards/help-card.ts';
import { linkCard } from '../../../../bot/cards/link-card.ts';
import { statusCard } from '../../../../bot/cards/status-card.ts';
import { welcomeCard } from '../../../../bot/cards/welcome-card.ts';
import { type WhoRow, whoCard } from '../../../../bot/cards/who-card.ts';
import type { Locale } from '../../../../bot/locales/locale.ts';

const minute = 60_000;
const at = Date.UTC(2026, 10, 21, 14, 0, 0);
const hostile = '**Bold** [link](https://evil.example) {{DATE(2026-11-21T00:00:00Z,SHORT)}}';

const ask = {
  askId: '6a1f0b0e-3a52-4f0e-9a3e-0c2b7b1d5e02',
  person: { name: 'Pat Osei', email: 'pat.osei@contoso.example' },
  agent: { name: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example' },
  alsoKnown: null,
  verdict: null,
};
const rows: WhoRow[] = [
  {
    name: 'Sam Porter',
    email: 'sam.porter@northwind.example',
    supervisor: 'named',
    agent: null,
    app: 'installed',
  },
  { name: 'Kim Adeyemi', email: null, supervisor: 'owner', agent: null, app: 'never' },
  {
    name: 'Ada Lindqvist',
    email: 'ada.lindqvist@northwind.example',
    supervisor: null,
    agent: { name: 'Ada Lindqvist', linkedBy: null },
    app: 'installed',
  },
  {
    name: 'Pat Osei',
    email: 'pat.osei@contoso.example',
    supervisor: null,
    agent: { name: 'Ada Lindqvist', linkedBy: 'Sam Porter' },
    app: 'installed',
  },
  {
    name: hostile,
    email: 'mei.chen@northwind.example',
    supervisor: null,
    agent: { name: 'Mei Chen', linkedBy: null },
    app: 'removed',
  },
];

/** The cards of people, roles and how things stand, by name. */
export function* peopleSamples(locale: Locale): Generator<[string, AdaptiveCard]> {
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
        waiting: 2,
        numbersOf: 'all',
        today: { 'awaiting-approval': 1, delivered: 7, undelivered: 2, replied: 3, held: 4, failed: 1 },
        timeZone: 'Europe/Berlin',
      },
      locale,
    ),
  ];
  yield [
    `status-pause-unreadable.${locale}`,
    statusCard(
      {
        mode: 'supervisor',
        feed: { state: 'live', ageMs: 1_000, agentsWatched: 12 },
        sessionsIndexed: 48,
        pausedAll: { by: null, since: null, until: null },
        pausedYou: null,
        you: null,
        waiting: 0,
        numbersOf: 'all',
        today: {},
        timeZone: 'Europe/Berlin',
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
        pausedAll: { by: 'Sam Porter', since: at, until: null },
        pausedYou: { since: at + minute, until: at + 31 * minute },
        you: {
          name: 'Ada Lindqvist',
          presence: {
            presence: 'on-queue',
            presenceSince: at - 50 * minute,
            routingStatus: 'IDLE',
            routingSince: at - 5 * minute,
            available: true,
          },
        },
        waiting: null,
        numbersOf: 'you',
        today: {},
        timeZone: 'America/Port_of_Spain',
      },
      locale,
    ),
  ];
  yield [
    `welcome-personal.${locale}`,
    welcomeCard(
      {
        whom: 'agent',
        you: { agentName: 'Ada Lindqvist' },
        supervisors: ['Sam Porter', hostile],
        supervisorsMore: 3,
      },
      locale,
    ),
  ];
  yield [
    `welcome-unmatched.${locale}`,
    welcomeCard({ whom: 'agent', you: { agentName: null }, supervisors: [], supervisorsMore: 0 }, locale),
  ];
  yield [
    `welcome-supervisor.${locale}`,
    welcomeCard({ whom: 'supervisor', you: null, supervisors: ['Sam Porter'], supervisorsMore: 0 }, locale),
  ];
  yield [
    `welcome-channel.${locale}`,
    welcomeCard({ whom: 'channel', you: null, supervisors: ['Sam Porter'], supervisorsMore: 0 }, locale),
  ];
  yield [
    `who.${locale}`,
    whoCard(
      { rows, more: 1, unmatched: ['Priya Raman', 'Tom Baker'], unmatchedMore: 7, ownersReadAt: at },
      locale,
    ),
  ];
  const crowd = Array.from({ length: 100 }, (_, index): WhoRow[] =>
    rows.map((row) => ({ ...row, name: `${'Long Name '.repeat(20)}${index}` })),
  );
  yield [
    `who-many.${locale}`,
    whoCard(
      {
        rows: crowd.flat().slice(0, 100),
        more: 900,
        unmatched: [],
        unmatchedMore: 0,
        ownersReadAt: 'unread',
      },
      locale,
    ),
  ];
  yield [
    `who-nobody.${locale}`,
    whoCard({ rows: [], more: 0, unmatched: [], unmatchedMore: 0, ownersReadAt: null }, locale),
  ];
  yield [`link-asked.${locale}`, linkCard({ ...ask, alsoKnown: hostile }, locale)];
  for (const said of ['confirmed', 'refused', 'withdrawn'] as const)
    yield [
      `link-${said}.${locale}`,
      linkCard({ ...ask, verdict: { said, by: 'Sam Porter', at: at + minute } }, locale),
    ];
}
