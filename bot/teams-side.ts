import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { TeamsConfig } from '../src/config/config.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import type { Store } from '../src/store/store.ts';
import { type CardSync, createCardSync } from './card-sync.ts';
import { cardView } from './cards/card-view.ts';
import { outreachCard, outreachSummary } from './cards/outreach-card.ts';
import { createEmailBook, type MailLookup } from './email-book.ts';
import type { Locale } from './locales/words.ts';
import { createPeople } from './people.ts';
import { createReferenceBook } from './reference-book.ts';
import { createConnectorPort } from './teams/connector-port.ts';
import { StrictAuthentication } from './teams/strict-authentication.ts';
import { createTeamsAdapter, type ProcessActivity } from './teams/teams-adapter.ts';
import { createTeamsInbound } from './teams-inbound.ts';

export interface TeamsSide {
  readonly process: ProcessActivity;
  readonly cardSync: CardSync;
}

const locale: Locale = 'en';

/** Everything that speaks Teams, joined: the way in, the way out, and the cards between. */
export function createTeamsSide(parts: {
  credentials: TeamsConfig | null;
  mailLookup: MailLookup | null;
  supervisors: readonly string[];
  store: Store;
  journeys: Journeys;
  clock: Clock;
  log: Logger;
}): TeamsSide {
  const { credentials, mailLookup, supervisors, store, journeys, clock, log } = parts;
  const auth = new StrictAuthentication({
    credentials:
      credentials === null ? null : { ...credentials, appPassword: credentials.appPassword.reveal() },
  });
  const teams = createConnectorPort(auth, credentials?.appId ?? '', clock);
  const emails = createEmailBook({ teams, mailLookup, clock, log });
  const cardSync = createCardSync({
    store,
    teams,
    overview: journeys.overview,
    view(outreach) {
      const view = cardView(outreach, locale);
      return { card: outreachCard(view, locale), summary: outreachSummary(view, locale) };
    },
    clock,
    log,
  });
  const inbound = createTeamsInbound({
    store,
    book: createReferenceBook({ references: store.references, emails, log }),
    people: createPeople({ emails, overview: journeys.overview, supervisors }),
    journeys,
    cardSync,
    locale,
    clock,
    log,
  });
  return { process: createTeamsAdapter({ auth, inbound, clock, log }), cardSync };
}
