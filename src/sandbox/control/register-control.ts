import type { FastifyInstance } from 'fastify';
import { takeEmptyJson } from '../http/take-empty-json.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError } from './control-error.ts';
import { agentRoutes } from './routes/agent-routes.ts';
import { clientRoutes } from './routes/client-routes.ts';
import { clockRoutes } from './routes/clock-routes.ts';
import { cobrowseControlRoutes } from './routes/cobrowse-routes.ts';
import { conversationRoutes } from './routes/conversation-routes.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { endpointRoutes } from './routes/endpoint-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { extensionRoutes } from './routes/extension-routes.ts';
import { faultRoutes } from './routes/fault-routes.ts';
import { messengerRoutes } from './routes/messenger-routes.ts';
import { orgRoutes } from './routes/org-routes.ts';
import { refusalRoutes } from './routes/refusal-routes.ts';
import { rulesRoutes } from './routes/rules-routes.ts';
import { stateRoutes } from './routes/state-routes.ts';
import { teamsRoutes } from './routes/teams-routes.ts';

/** The sandbox's own control under `/sandbox/v1/`: JSON, no sign-in, errors as `{ error: '<sentence>' }`. */
export function registerControl(app: FastifyInstance, sandbox: Sandbox): void {
  app.register(
    async (control) => {
      control.setErrorHandler((error, request, reply) => {
        const status = error instanceof ControlError ? error.status : statusOf(error);
        const sentence = error instanceof Error ? error.message : String(error);
        return reply.code(status).send(request.method === 'HEAD' ? '' : { error: sentence });
      });
      control.setNotFoundHandler((request, reply) =>
        reply.code(404).send({ error: `There is no ${request.method} ${request.url} here.` }),
      );
      takeEmptyJson(control);
      stateRoutes(control, sandbox);
      eventRoutes(control, sandbox);
      clockRoutes(control, sandbox);
      endpointRoutes(control, sandbox);
      refusalRoutes(control, sandbox);
      clientRoutes(control, sandbox);
      agentRoutes(control, sandbox);
      customerRoutes(control, sandbox);
      conversationRoutes(control, sandbox);
      orgRoutes(control, sandbox);
      cobrowseControlRoutes(control, sandbox);
      rulesRoutes(control, sandbox);
      messengerRoutes(control, sandbox);
      teamsRoutes(control, sandbox);
      extensionRoutes(control, sandbox);
      faultRoutes(control, sandbox);
    },
    { prefix: '/sandbox/v1' },
  );
}

/** A body that is no JSON and the like: what the server made of it. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
