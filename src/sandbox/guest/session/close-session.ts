import type { Customer } from '../../world/customer.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { GuestRequest } from '../guest-frame.ts';
import type { GuestAnswer, GuestScene } from '../guest-scene.ts';
import { sessionResponse } from './session-response.ts';

/**
 * closeSession: alone, it closes the asking window. For all, the others are closed, and the asking one stays open without
 * a session (`connected: false`) to configure the next. The conversation goes on either way.
 */
export function closeSession(
  { guests, socket }: GuestScene,
  deployment: Deployment,
  customer: Customer,
  { closeAllConnections }: GuestRequest<'closeSession'>,
): GuestAnswer[] {
  if (!closeAllConnections) {
    guests.dismiss(socket);
    return [];
  }
  for (const window of guests.of(customer.token)) if (window !== socket) guests.dismiss(window);
  guests.leave(socket);
  return [sessionResponse(customer, deployment, { connected: false, newSession: false })];
}
