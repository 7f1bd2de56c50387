import type { ConversationWire, LegWire, ParticipantWire } from '../genesys/wire/conversation.ts';
import { isPlatformId } from '../genesys/wire/platform-id.ts';
import { customerName } from './customer-name.ts';
import { isOutboundStatus } from './is-outbound-status.ts';
import { latestOf, timeOf } from './times.ts';

/** The customer's side of a conversation as `GET /conversations/{id}` or a conversation event shows it. */
export interface CustomerLeg {
  readonly participantId: string | null;
  readonly communicationId: string | null;
  /** A closed browser does not end the leg: connected is not online. */
  readonly connected: boolean;
  /** Epoch milliseconds; null while connected. */
  readonly endedAt: number | null;
  /** How it ended (`client`, `peer`, `sessionexpired`, …), lower case without dots; null while connected or not told. */
  readonly endedBy: string | null;
  /** When the customer last wrote, connected or left. */
  readonly lastActivityAt: number | null;
  /** When the customer last wrote; null where no message of theirs is told. */
  readonly lastWroteAt: number | null;
  readonly externalContactId: string | null;
  readonly customerName: string | null;
  /** The deployment and the guest's session, both or neither, where the addresses tell. */
  readonly channelId: string | null;
  readonly guestId: string | null;
}

/** The customer's newest message leg; null when the conversation has no web messaging customer. Pure. */
export function customerLeg(conversation: ConversationWire): CustomerLeg | null {
  const legs = conversation.participants
    .filter(({ purpose }) => purpose === 'customer' || purpose === 'external')
    .flatMap((participant) => (participant.messages ?? []).map((leg) => ({ participant, leg })))
    .filter(({ leg }) => leg.type === 'webmessaging' || leg.type === null || leg.type === undefined);
  const newest = legs.reduce<(typeof legs)[number] | null>(
    (found, next) => (found === null || connectedAt(next) >= connectedAt(found) ? next : found),
    null,
  );
  return newest === null ? null : read(newest.participant, newest.leg);
}

function connectedAt({ leg, participant }: { leg: LegWire; participant: ParticipantWire }): number {
  return timeOf(leg.connectedTime ?? participant.connectedTime) ?? 0;
}

function read(participant: ParticipantWire, leg: LegWire): CustomerLeg {
  const left = timeOf(leg.disconnectedTime ?? participant.endTime);
  const connected = leg.state === 'connected' || (leg.state !== 'disconnected' && left === null);
  const lastWroteAt = latestOf(
    (leg.messages ?? [])
      .filter(({ messageStatus }) => !isOutboundStatus(messageStatus))
      .map(({ messageTime }) => timeOf(messageTime)),
  );
  const times = [
    timeOf(leg.connectedTime ?? participant.connectedTime),
    connected ? null : left,
    lastWroteAt,
  ];
  const to = addressOf(leg.toAddress);
  const from = addressOf(leg.fromAddress);
  // That addresses hold them is *unverified*: where one is no deployment's id, neither tells anything.
  const told = leg.direction !== 'outbound' && from !== null && to !== null && isPlatformId(to);
  return {
    participantId: participant.id ?? null,
    communicationId: leg.id ?? null,
    connected,
    endedAt: connected ? null : (left ?? latestOf(times)),
    endedBy: connected ? null : (leg.disconnectType?.replaceAll(/[.\s]/g, '').toLowerCase() ?? null),
    lastActivityAt: latestOf(times),
    lastWroteAt,
    externalContactId: participant.externalContactId || null,
    customerName: customerName(participant.name),
    channelId: told ? to : null,
    guestId: told ? from : null,
  };
}

function addressOf(address: LegWire['toAddress']): string | null {
  return address?.addressNormalized || address?.addressRaw || null;
}
