import type { PlatformCall } from '../platform-call.ts';
import { type RoutingStatusWire, routingStatus } from '../wire/routing-status.ts';

/** One user's routing status; an unknown user reads OFF_QUEUE, not 404. `GET /users/{userId}/routingstatus` (SDK 262). */
export async function routingStatusOf(call: PlatformCall, userId: string): Promise<RoutingStatusWire> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/users/{userId}/routingstatus',
    ids: { userId },
    answer: routingStatus,
    priority: 'ask',
    idempotent: true,
  });
  return body;
}
