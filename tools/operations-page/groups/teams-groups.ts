import type { Group } from '../group.ts';

/** What Teams asks and answers; the last one takes what no other does. */
export const teamsGroups: readonly Group[] = [
  {
    title: 'Teams: callers turned away',
    starts: ['teams.token.', 'teams.unauthorised', 'teams.activity-malformed'],
    plan: 'Teams itself delivers again what was not answered with 2xx.',
    does: {
      safe: 'The caller is turned away; Teams itself delivers again.',
      never: 'The caller is turned away; Teams itself delivers again what was not answered with 2xx.',
    },
  },
  {
    title: 'Teams: signing in and looking people up',
    starts: ['teams.sign-in.', 'teams.credentials-', 'teams.directory'],
    plan: 'Tried again with the next card or the next person who writes.',
    does: {
      safe: 'Tried again with the next card or the next person who writes.',
      never:
        'Tried again with the next card or the next person who writes, but it stays so until somebody mends it.',
    },
  },
  {
    title: 'Teams: cards and people',
    starts: ['teams.'],
    plan: 'The card sync shows a card again after 1 s, ever more slowly up to 5 minutes, and not before Retry-After, until it equals the ledger; a removed bot is left alone until it is installed again.',
    does: {
      safe: 'Not tried again by the program: whoever pressed or wrote is told, and may do it again.',
      never: 'Not tried again: whoever pressed or wrote is told.',
    },
    but: {
      'teams.failed': 'The card is shown again later, ever more slowly (1 s to 5 min).',
      'teams.budget-spent': 'The card waits for room in Teams’ limits and is shown then.',
      'teams.link-unshown': 'Shown again later, ever more slowly (1 s to 5 min).',
      'teams.owners-unread': 'Read again with the next person who writes.',
    },
  },
];
