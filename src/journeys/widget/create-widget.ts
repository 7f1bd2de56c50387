import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { NamedKey, WidgetConfig } from '../../config/widget-config.ts';
import type { Genesys } from '../../genesys/genesys.ts';
import type { Store } from '../../store/store.ts';
import { createCheckAssertion } from './check-assertion.ts';
import { createContactBook } from './contact-book.ts';
import { createConversationLinks } from './conversation-links.ts';
import { createExternalSources } from './external-sources.ts';
import { createGuestSignIns } from './guest-sign-ins.ts';
import { createKeyRing } from './key-ring.ts';
import { createSiteJwks } from './site-jwks.ts';
import { startConversation } from './start-conversation.ts';
import { createWidgetDesk } from './widget-desk.ts';
import type { WidgetJourneys } from './widget-journeys.ts';
import { createWidgetUpkeep } from './widget-upkeep.ts';

/** A configuration with nothing left open. */
export interface WidgetSetup extends WidgetConfig {
  readonly deploymentId: string;
  readonly messagingUrl: string;
}

export interface Widget {
  readonly journeys: WidgetJourneys;
  start(): void;
  stop(): Promise<void>;
}

/** An endpoint of the field reports refuses a token older than five minutes. */
const youngTokenMs = 4 * 60_000;

/** The widget's backend, made of its parts. `keys`: our own, newest first, asked for each time. */
export function createWidget(parts: {
  setup: WidgetSetup;
  keys: () => readonly NamedKey[];
  apiUrl: string;
  genesys: Pick<Genesys, 'call' | 'callFresh' | 'callAsGuest' | 'notifications'>;
  store: Store;
  clock: Clock;
  log: Logger;
}): Widget {
  const { setup, apiUrl, genesys, store, clock, log } = parts;
  const { call, notifications } = genesys;
  const { audience, issuer, jwksUrl, createsContacts } = setup;
  const table = store.widget;
  const keys = createKeyRing(parts.keys);
  const contacts = createContactBook({
    call,
    table,
    sources: createExternalSources({ call, settings: store.settings }),
    createsContacts,
    aloneSince: store.engine === 'sqlite' ? clock.now() : Number.NEGATIVE_INFINITY,
    clock,
    log,
  });
  const signIns = createGuestSignIns({ callAsGuest: genesys.callAsGuest, keys });
  const links = createConversationLinks({
    call,
    table,
    async recent(since) {
      const sessions = await store.sessions.activeSince(since, 200);
      return sessions
        .filter(({ channelId }) => channelId === setup.deploymentId)
        .map(({ conversationId }) => conversationId);
    },
    clock,
    log,
  });
  const upkeep = createWidgetUpkeep({ table, signIns, clock, log });
  const calls = { call, youngCall: genesys.callFresh(youngTokenMs), newCall: genesys.callFresh(0) };
  const journeys = createWidgetDesk({
    config: setup,
    apiUrl,
    checkAssertion: createCheckAssertion({
      secrets: setup.siteSecrets,
      jwks: jwksUrl === null ? null : createSiteJwks({ url: jwksUrl, now: clock.now, log }),
      audience,
      issuer,
      now: clock.now,
    }),
    contacts,
    signIns,
    links,
    start: (contactId) => startConversation({ contactId, channelId: setup.deploymentId }, calls),
    keys,
    table,
    clock,
    newId: randomUUID,
    log,
  });
  notifications.listen({ onEvent: links.onEvent, onGap: links.onGap });
  return {
    journeys,
    start() {
      links.start();
      upkeep.start();
    },
    async stop() {
      contacts.stop();
      await Promise.all([links.stop(), upkeep.stop()]);
    },
  };
}
