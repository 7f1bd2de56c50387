import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { TeamsConfig } from '../src/config/config.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import type { Store } from '../src/store/store.ts';
import { wait } from '../src/wait.ts';
import { type CardSync, type CardSyncParts, createCardSync } from './card-sync/card-sync.ts';
import { type CobrowseCards, createCobrowseCards } from './card-sync/cobrowse-cards.ts';
import { createDrawCobrowse } from './card-sync/draw-cobrowse.ts';
import { createDrawReply } from './card-sync/draw-reply.ts';
import { createReplyCards, type ReplyCards } from './card-sync/reply-cards.ts';
import { createRoleViewPort } from './card-sync/role-view-port.ts';
import { burstCard, burstSummary } from './cards/burst-card.ts';
import { burstView } from './cards/burst-view.ts';
import { cardView } from './cards/card-view.ts';
import { movedCard } from './cards/moved-card.ts';
import { outreachCard, outreachSummary } from './cards/outreach-card.ts';
import { createConversationLanguages } from './conversation-languages.ts';
import { createHandOffCards, type HandOffCards } from './hand-off/hand-off-cards.ts';
import {
  noPartnerChannels,
  type PartnerChannels,
  withoutPartnerChannels,
} from './hand-off/partner-channels.ts';
import { createLinkDesk } from './links/link-desk.ts';
import { createLinkTelling } from './links/link-telling.ts';
import type { Locale } from './locales/locale.ts';
import { createTeamsPace } from './pace/teams-pace.ts';
import { createIdentityBook, type DirectoryLookup } from './people/identity-book.ts';
import { createNameByMail } from './people/name-by-mail.ts';
import { createOwnerList, type Owner } from './people/owner-list.ts';
import { createPeople } from './people/people.ts';
import { createRoster } from './people/roster.ts';
import { createSupervisors } from './people/supervisors.ts';
import { createReferenceBook } from './reference-book.ts';
import { createConnectorPort } from './teams/connector-port.ts';
import { createPacedPort } from './teams/paced-port.ts';
import { StrictAuthentication } from './teams/strict-authentication.ts';
import { createTeamsAdapter, type ProcessActivity } from './teams/teams-adapter.ts';
import { createTeamsInbound, type TeamsInboundParts } from './teams-inbound.ts';
import { createWelcome } from './welcome.ts';

export interface TeamsSide {
  readonly process: ProcessActivity;
  readonly cardSync: Pick<CardSync, 'poke' | 'start'>;
  /** Of what customers answered. */
  readonly replyCards: Pick<ReplyCards, 'poke' | 'redrawOf' | 'start'>;
  readonly handOffCards: Pick<HandOffCards, 'poke' | 'start'>;
  /** Of offers of cobrowse, by their event. */
  readonly cobrowseCards: Pick<CobrowseCards, 'poke' | 'start'>;
  /** Gives calls to Teams in hand a few seconds to be answered, then gives them up. */
  stop(): Promise<void>;
}

const stopPatienceMs = 3_000;

/** Everything that speaks Teams, joined: the way in, the way out, and the cards between. */
export function createTeamsSide(parts: {
  credentials: TeamsConfig | null;
  /** Where the keys of incoming tokens are published; Microsoft's address unless told. */
  openIdMetadataUrl?: string;
  /**
   * Whether buttons are shown by role; unless told where there are credentials: what stands in for Teams without (sandbox,
   * Playground) does not refresh cards, and everybody sees them there.
   */
  roleViews?: boolean;
  /** Microsoft Graph, where it is set up. */
  directory: DirectoryLookup | null;
  /** E-mails of those who may decide. */
  supervisors: readonly string[];
  /** Reads the owners of the team who may decide as well; null: no such team is set. */
  readOwners: (() => Promise<readonly Owner[]>) | null;
  store: CardSyncParts['store'] &
    TeamsInboundParts['store'] &
    Pick<Store, 'replies' | 'cobrowses' | 'handOffs'> & {
      readonly settings: Pick<Store['settings'], 'get' | 'put' | 'remove' | 'swap'>;
    };
  /** Spoken where neither anybody there nor Teams says otherwise. */
  language: Locale;
  journeys: Journeys;
  /** Channels of partner organisations; none unless told. */
  channels?: PartnerChannels;
  clock: Clock;
  log: Logger;
}): TeamsSide {
  const { credentials, directory, readOwners, journeys, clock, log, channels = noPartnerChannels } = parts;
  const store = { ...parts.store, references: withoutPartnerChannels(parts.store.references, channels) };
  const { overview, links } = journeys;
  const { references } = store;
  const closed = new AbortController();
  const auth = new StrictAuthentication({
    closed: closed.signal,
    credentials:
      credentials === null ? null : { ...credentials, appPassword: credentials.appPassword.reveal() },
    ...(parts.openIdMetadataUrl === undefined ? {} : { openIdMetadataUrl: parts.openIdMetadataUrl }),
  });
  const pace = createTeamsPace(clock);
  const connector = createConnectorPort(auth, credentials?.appId ?? '', clock);
  const teams = createPacedPort(connector, pace, closed.signal);
  const languages = createConversationLanguages({ settings: store.settings, standard: parts.language, log });
  const homeTenantId = credentials?.tenantId ?? null;
  const identities = createIdentityBook({ teams, directory, homeTenantId, clock, log });
  const team = readOwners === null ? null : createOwnerList({ read: readOwners, clock, log });
  const supervisors = createSupervisors({ named: parts.supervisors, team });
  const people = createPeople({ identities, links, overview, supervisors });
  const roster = createRoster({
    references,
    links,
    supervisors,
    overview,
    nameByMail: createNameByMail({ references, teams, clock }),
    hasTeam: team !== null,
  });
  const roleViews = parts.roleViews ?? credentials !== null;
  const cardSync = createCardSync({
    store,
    teams: roleViews ? createRoleViewPort({ teams, references, supervisors, clock }) : teams,
    people,
    languages,
    view(outreach, locale) {
      const view = cardView(outreach, locale);
      return { card: outreachCard(view, locale), summary: outreachSummary(view, locale) };
    },
    movedView({ customerName }, locale) {
      const card = movedCard(customerName, locale);
      return { card, summary: card.fallbackText };
    },
    burstView(burstId, members, locale) {
      const view = burstView(burstId, members, locale);
      return { card: burstCard(view, locale), summary: burstSummary(view, locale) };
    },
    clock,
    log,
  });
  const { replies, signIns, cobrowses } = journeys;
  const { handOffs } = journeys;
  const drawReply = createDrawReply({ replies, signIns, handOffs, cobrowses, table: store.replies });
  const handOffCards = createHandOffCards({
    engine: store.engine,
    table: store.handOffs,
    references: parts.store.references,
    channels,
    teams,
    people,
    languages,
    clock,
    log,
  });
  const replyCards = createReplyCards({ store, teams, people, draw: drawReply, languages, clock, log });
  const drawCobrowse = createDrawCobrowse({ cobrowses });
  const cobrowseCards = createCobrowseCards({
    store,
    teams,
    people,
    draw: drawCobrowse,
    languages,
    clock,
    log,
  });
  const cut = closed.signal;
  const telling = createLinkTelling({ references, teams, languages, clock, cut, log });
  const inbound = createTeamsInbound({
    store,
    book: createReferenceBook({ references, identities, log }),
    people,
    linkDesk: createLinkDesk({ links, overview, identities, supervisors, references, telling, log }),
    roster,
    welcome: createWelcome({
      settings: store.settings,
      teams,
      identities,
      people,
      overview,
      supervisors,
      roster,
      languages,
      clock,
      cut,
      log,
    }),
    journeys,
    drawReply,
    drawCobrowse,
    cardSync,
    languages,
    clock,
    log,
  });
  return {
    process: createTeamsAdapter({ auth, inbound, pace, clock, log }),
    cardSync: {
      poke: cardSync.poke,
      start() {
        cardSync.start();
        team?.start();
      },
    },
    replyCards,
    cobrowseCards,
    handOffCards,
    async stop() {
      team?.stop();
      const stopped = Promise.all(
        [cardSync, replyCards, cobrowseCards, handOffCards].map((cards) => cards.stop()),
      );
      await Promise.race([stopped, wait(clock, stopPatienceMs, closed.signal)]);
      closed.abort();
      await stopped;
    },
  };
}
