import type { DisconnectType, Leg } from '../../world/leg.ts';

/** Disconnects a leg at a time (epoch ms); what is over stays as it was. */
export function endLeg(leg: Leg, at: number, disconnectType: DisconnectType): void {
  if (leg.state === 'disconnected') return;
  const park = leg.parks?.at(-1);
  if (park !== undefined) park.to ??= at;
  leg.state = 'disconnected';
  leg.disconnectedAt = at;
  leg.disconnectType = disconnectType;
}
