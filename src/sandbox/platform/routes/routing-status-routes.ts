import { z } from 'zod';
import { isBusy } from '../../acts/agents/is-busy.ts';
import { setAgentPresence } from '../../acts/agents/set-agent-presence.ts';
import { isoTime } from '../../iso-time.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { notFound, PlatformError } from '../platform-error.ts';
import { routingStatusView } from '../views/presence-view.ts';

/** RoutingStatus (SDK 262); what only the platform sets is passed over. */
const putBody = z.strictObject({
  userId: z.string().optional(),
  status: z.enum(['OFF_QUEUE', 'IDLE', 'INTERACTING', 'NOT_RESPONDING', 'COMMUNICATING']),
  startTime: z.iso.datetime({ offset: true }).optional(),
});

/** `GET` and `PUT /users/{id}/routingstatus`. */
export function routingStatusRoutes({ app, sandbox, orgOf }: Api): void {
  app.get<{ Params: { userId: string } }>(
    '/api/v2/users/:userId/routingstatus',
    { config: { source: 'SDK 262' } },
    (request) => {
      const { userId } = request.params;
      const agent = orgOf(request).agents.get(userId);
      // Documented: an unknown user is OFF_QUEUE, not 404.
      return agent === undefined
        ? { userId, status: 'OFF_QUEUE', startTime: isoTime(sandbox.now()) }
        : routingStatusView(agent);
    },
  );

  app.put<{ Params: { userId: string } }>(
    '/api/v2/users/:userId/routingstatus',
    { config: { source: 'SDK 262', unverified: 'which moves are legal' } },
    (request) => {
      const { status } = checked(putBody, request.body);
      const org = orgOf(request);
      const agent = org.agents.get(request.params.userId);
      if (agent === undefined) throw notFound('user');
      // unverified: which moves are legal; the rest of the statuses follows from presence and interactions.
      const legal =
        status === agent.routingStatus ||
        (status === 'IDLE' && agent.presence === 'On Queue' && !isBusy(org, agent));
      if (!legal) {
        throw new PlatformError(
          400,
          'general.bad.request',
          `Routing status cannot change from ${agent.routingStatus} to ${status}.`,
        );
      }
      if (status !== agent.routingStatus) setAgentPresence(sandbox, org, agent, 'On Queue', status);
      return routingStatusView(agent);
    },
  );
}
