import type { FastifyInstance } from 'fastify';
import { takeEmptyJson } from '../http/take-empty-json.ts';
import type { Sandbox } from '../sandbox.ts';
import { activityRoutes } from './connector/activity-routes.ts';
import { ConnectorError } from './connector/connector-error.ts';
import { conversationRoutes } from './connector/conversation-routes.ts';
import { memberRoutes } from './connector/member-routes.ts';
import { teamRoutes } from './connector/team-routes.ts';
import { installOutbox } from './to-bot/install-outbox.ts';

/**
 * Microsoft Teams as far as a bot sees it: the Bot Connector REST under `/teams/`, and the delivery of install events
 * from the moment the server listens until it closes.
 */
export function registerTeams(app: FastifyInstance, sandbox: Sandbox): void {
  const outbox = installOutbox(sandbox);
  app.addHook('onListen', async () => outbox.start());
  app.addHook('preClose', () => outbox.stop());

  app.register(
    async (connector) => {
      connector.setErrorHandler((error, _request, reply) => {
        const refusal = error instanceof ConnectorError ? error : badSyntaxOf(error);
        if (refusal === null) throw error;
        return reply.code(refusal.status).send(refusal.body);
      });
      // unverified: what the connector says to a path it does not have.
      connector.setNotFoundHandler(() => {
        throw new ConnectorError('ConversationNotFound', 'There is nothing at this path.');
      });
      takeEmptyJson(connector);
      conversationRoutes(connector, sandbox);
      activityRoutes(connector, sandbox);
      memberRoutes(connector, sandbox);
      teamRoutes(connector, sandbox);
    },
    { prefix: '/teams' },
  );
}

/** A body that is no JSON is the caller's fault; anything else is the sandbox's own. */
function badSyntaxOf(error: unknown): ConnectorError | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status < 500 ? new ConnectorError('BadSyntax') : null;
}
