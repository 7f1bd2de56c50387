import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { createGenesys, type Genesys } from '../../src/genesys/genesys.ts';
import { neededPermissions, type Operation } from '../../src/genesys/needed-permissions.ts';
import type { RegionHosts } from '../../src/genesys/region-hosts.ts';
import { createBridge } from '../../src/journeys/hand-off/bridge/bridge.ts';
import { createHandOffDesk } from '../../src/journeys/hand-off/hand-off-desk.ts';
import type { HandOffs } from '../../src/journeys/hand-off/handing-off.ts';
import type { PartnerRegistrations } from '../../src/journeys/hand-off/registering/registering.ts';
import { registeringGround } from '../../src/journeys/hand-off/registering/registering-ground.ts';
import { conversationFrame } from '../../src/sessions/conversation-frame.ts';
import type { HandOff } from '../../src/store/shapes/hand-off-table.ts';
import type { Store } from '../../src/store/store.ts';
import type { Door } from '../door.ts';
import { handOffDoors } from '../doors/hand-off-doors.ts';
import type { HandOffConfig } from './hand-off-config.ts';
import { type PartnerChannels, partnerChannels } from './partner-channels.ts';

export interface HandOffSide {
  readonly handOffs: HandOffs;
  readonly partners: PartnerRegistrations;
  readonly channels: PartnerChannels;
  readonly doors: readonly Door[];
  /** Reads who is registered; throws what the store throws. */
  load(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Hand-offs with the ways in that partners use; while no partner is registered they cost nothing. */
export function createHandOffSide(parts: {
  config: HandOffConfig;
  store: Store;
  genesys: Pick<Genesys, 'call' | 'notifications' | 'platformNow'>;
  /** Our own organisation’s. */
  hosts: RegionHosts;
  clientId: string;
  /** Null: not known. */
  mayUse: (operation: Operation) => boolean | null;
  queueName: (queueId: string) => string | null;
  changed: (handOff: HandOff) => void;
  /** Partners came, changed or went: what offers them is behind. */
  partnersChanged: () => void;
  /** A message went over a bridge, or was left out. */
  carried: (direction: string, outcome: string) => void;
  clock: Clock;
  log: Logger;
}): HandOffSide {
  const { config, store, genesys, hosts, clientId, mayUse, clock, log } = parts;
  const desk = createHandOffDesk({
    store,
    call: genesys.call,
    clientId,
    partners: config.partners,
    ground: registeringGround(hosts, config.secrets),
    partnersChanged: parts.partnersChanged,
    missing: (contract) =>
      permissionsOf(contract === 'bridge' ? 'end-conversation' : 'transfer-across', mayUse),
    key: config.key,
    client: (partner) => {
      const { clientId: id, clientSecret } = partner;
      const at = { apiUrl: partner.apiUrl, loginUrl: partner.loginUrl };
      return createGenesys({ ...at, clientId: id, clientSecret: clientSecret.reveal(), clock, log });
    },
    bridge: (ground) => createBridge({ ...ground, bridges: store.bridges, counted: parts.carried }),
    queueName: parts.queueName,
    changed: parts.changed,
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
    partners: desk.registrations,
    channels: partnerChannels(desk.registry),
    doors: handOffDoors(desk),
    load: desk.registry.refresh,
    start: desk.start,
    stop: desk.stop,
  };
}

/** What our own OAuth client lacks for an operation; nothing where that is not known. */
function permissionsOf(
  operation: Operation,
  mayUse: (operation: Operation) => boolean | null,
): readonly string[] {
  if (mayUse(operation) !== false) return [];
  return neededPermissions
    .filter((need) => need.operation === operation)
    .flatMap(({ permissions }) => ('all' in permissions ? permissions.all : permissions.any));
}
