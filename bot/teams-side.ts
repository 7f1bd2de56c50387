import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { TeamsConfig } from '../src/config/config.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import type { Store } from '../src/store/store.ts';
import { wait } from '../src/wait.ts';
import { type CardSync, type CardSyncParts, createCardSync } from './card-sync.ts';
import { cardView } from './cards/card-view.ts';
import { outreachCard, outreachSummary } from './cards/outreach-card.ts';
import { createConversationLanguages } from './conversation-languages.ts';
import { createEmailBook, type MailLookup } from './email-book.ts';
import type { Locale } from './locales/locale.ts';
import { createTeamsPace } from './pace/teams-pace.ts';
import { createPeople } from './people.ts';
import { createReferenceBook } from './reference-book.ts';
import { createConnectorPort } from './teams/connector-port.ts';
import { createPacedPort } from './teams/paced-port.ts';
import { StrictAuthentication } from './teams/strict-authentication.ts';
import { createTeamsAdapter, type ProcessActivity } from './teams/teams-adapter.ts';
import { createTeamsInbound, type TeamsInboundParts } from './teams-inbound.ts';

export interface TeamsSide {
  readonly process: ProcessActivity;
  readonly cardSync: Pick<CardSync, 'poke' | 'start'>;
  /** Gives calls to Teams in hand a few seconds to be answered, then gives them up. */
  stop(): Promise<void>;
}

const stopPatienceMs = 3_000;

/** Everything that speaks Teams, joined: the way in, the way out, and the cards between. */
export function createTeamsSide(parts: {
  credentials: TeamsConfig | null;
  mailLookup: MailLookup | null;
  supervisors: readonly string[];
  store: CardSyncParts['store'] &
    TeamsInboundParts['store'] & {
      readonly settings: Pick<Store['settings'], 'get' | 'put' | 'remove'>;
    };
  /** Spoken where neither anybody there nor Teams says otherwise. */
  language: Locale;
  journeys: Journeys;
  clock: Clock;
  log: Logger;
}): TeamsSide {
  const { credentials, mailLookup, supervisors, store, journeys, clock, log } = parts;
  const closed = new AbortController();
  const auth = new StrictAuthentication({
    closed: closed.signal,
    credentials:
      credentials === null ? null : { ...credentials, appPassword: credentials.appPassword.reveal() },
  });
  const pace = createTeamsPace(clock);
  const connector = createConnectorPort(auth, credentials?.appId ?? '', clock);
  const teams = createPacedPort(connector, pace, closed.signal);
  const languages = createConversationLanguages({ settings: store.settings, standard: parts.language, log });
  const emails = createEmailBook({ teams, mailLookup, clock, log });
  const cardSync = createCardSync({
    store,
    teams,
    overview: journeys.overview,
    languages,
    view(outreach, locale) {
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
    languages,
    clock,
    log,
  });
  return {
    process: createTeamsAdapter({ auth, inbound, pace, clock, log }),
    cardSync,
    async stop() {
      const stopped = cardSync.stop();
      await Promise.race([stopped, wait(clock, stopPatienceMs, closed.signal)]);
      closed.abort();
      await stopped;
    },
  };
}
