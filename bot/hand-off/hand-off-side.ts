import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { createGenesys, type Genesys } from '../../src/genesys/genesys.ts';
import { createBridge } from '../../src/journeys/hand-off/bridge/bridge.ts';
import { createHandOffDesk } from '../../src/journeys/hand-off/hand-off-desk.ts';
import type { HandOffs } from '../../src/journeys/hand-off/handing-off.ts';
import { conversationFrame } from '../../src/sessions/conversation-frame.ts';
import type { HandOff } from '../../src/store/shapes/hand-off-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { Door } from '../door.ts';
import { handOffDoors } from '../doors/hand-off-doors.ts';
import type { HandOffConfig } from './hand-off-config.ts';
import { type PartnerChannels, partnerChannels } from './partner-channels.ts';

export interface HandOffSide {
  readonly handOffs: HandOffs;
  readonly channels: PartnerChannels;
  readonly doors: readonly Door[];
  start(): void;
  stop(): Promise<void>;
}

/** Hand-offs with the ways in that partners use, or, where no partner is registered, neither. */
export function createHandOffSide(parts: {
  config: HandOffConfig | null;
  store: Store;
  genesys: Pick<Genesys, 'call' | 'notifications' | 'platformNow'>;
  clientId: string;
  queueName: (queueId: string) => string | null;
  changed: (handOff: HandOff) => void;
  /** A message went over a bridge, or was left out. */
  carried: (direction: string, outcome: string) => void;
  clock: Clock;
  log: Logger;
}): HandOffSide {
  const { config, store, genesys, clientId, queueName, changed, carried, clock, log } = parts;
  if (config === null) {
    return {
      handOffs: notSetUp(store.handOffs),
      channels: partnerChannels([]),
      doors: [],
      start() {},
      stop: async () => {},
    };
  }
  const { partners, key } = config;
  const desk = createHandOffDesk({
    store,
    call: genesys.call,
    clientId,
    partners,
    key,
    client: ({ apiUrl, loginUrl, clientId: id, clientSecret }) =>
      createGenesys({ apiUrl, loginUrl, clientId: id, clientSecret: clientSecret.reveal(), clock, log }),
    bridge: (ground) => createBridge({ ...ground, bridges: store.bridges, counted: carried }),
    queueName,
    changed,
    clock,
    platformNow: genesys.platformNow,
    newId: randomUUID,
    log,
  });
  genesys.notifications.listen({
    onEvent(topic, body) {
      const told = conversationFrame(topic, body);
      if (told !== 'other' && told !== 'malformed') desk.poke(told.id);
    },
    // What was missed, the bridge’s own reading finds.
    onGap() {},
  });
  return {
    handOffs: desk.handOffs,
    channels: partnerChannels(partners),
    doors: handOffDoors(desk),
    start: desk.start,
    stop: desk.stop,
  };
}

/** What was handed over before the last partner was taken out can still be looked at. */
function notSetUp(table: Pick<Store['handOffs'], 'get' | 'openOn'>): HandOffs {
  const refuse = async (): Promise<never> => {
    throw new ReachbackError('handoff.not-set-up');
  };
  return {
    offered: () => [],
    openOn: table.openOn,
    get: table.get,
    begin: refuse,
    end: refuse,
    partners: async () => ({ partners: [], turnedAway: [] }),
  };
}
