import type { FastifyInstance, FastifyRequest } from 'fastify';
import { publishAgent } from '../acts/agents/publish-agent.ts';
import { keepConversations } from '../acts/conversation/keep-conversations.ts';
import { cobrowseRoutes } from '../cobrowse/cobrowse-routes.ts';
import { contactRoutes } from '../contacts/contact-routes.ts';
import { externalSourceRoutes } from '../contacts/external-source-routes.ts';
import { fieldRoutes } from '../field/field-routes.ts';
import { attachmentRoutes } from '../guest/attachments/attachment-routes.ts';
import { createGuestParts } from '../guest/create-guest-parts.ts';
import type { GuestWindows } from '../guest/guest-windows.ts';
import { guestRoutes } from '../guest/rest/guest-routes.ts';
import { acceptSockets } from '../http/accept-sockets.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { openInboundRoutes } from '../open/open-inbound-routes.ts';
import { openIntegrationRoutes } from '../open/open-integration-routes.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Api } from './api.ts';
import { authoriser } from './authorise.ts';
import type { Caller } from './caller.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { listEndpoints } from './list-endpoints.ts';
import { authorizeRoute } from './oauth/authorize-route.ts';
import { tokenRoute } from './oauth/token-route.ts';
import { platformManners } from './platform-manners.ts';
import { agentlessRoutes } from './routes/agentless-routes.ts';
import { analyticsRoutes } from './routes/analytics-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { conversationRoutes } from './routes/conversation-routes.ts';
import { detailsJobRoutes } from './routes/details-job-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { notificationRoutes } from './routes/notification-routes.ts';
import { organisationRoutes } from './routes/organisation-routes.ts';
import { presenceDefinitionRoutes } from './routes/presence-definition-routes.ts';
import { presenceRoutes } from './routes/presence-routes.ts';
import { queueRoutes } from './routes/queue-routes.ts';
import { routingStatusRoutes } from './routes/routing-status-routes.ts';
import { subjectRoutes } from './routes/subject-routes.ts';
import { tokenRoutes } from './routes/token-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { userSearchRoutes } from './routes/user-search-routes.ts';
import { webDeploymentRoutes } from './routes/web-deployment-routes.ts';

export interface PlatformParts {
  readonly sandbox: Sandbox;
  readonly notifications: Notifications;
  readonly guests: GuestWindows;
  readonly log: (line: string) => void;
}

/** Genesys Cloud's own paths: OAuth, REST, notification sockets, guest sockets and the guests' history. */
export function registerPlatform(
  app: FastifyInstance,
  { sandbox, notifications, guests, log }: PlatformParts,
): void {
  const guestParts = createGuestParts(sandbox, guests, log);
  keepConversations(sandbox);
  sandbox.live.on('reset', () => {
    for (const org of sandbox.world.orgs.values()) {
      for (const agent of org.agents.values())
        publishAgent(sandbox, org, agent, { presence: true, routing: true });
    }
  });
  acceptSockets(app, { sandbox, notifications, guestParts });
  attachmentRoutes(app, guestParts);

  app.register(async (platform) => {
    platformManners(platform, app, sandbox, log);
    listEndpoints(platform, sandbox.endpoints);
    tokenRoute(platform, sandbox);
    authorizeRoute(platform, sandbox);
    guestRoutes(platform, guestParts);
    platform.register(async (authorised) => {
      const callers = new WeakMap<FastifyRequest, Caller>();
      const authorise = authoriser(sandbox);
      authorised.addHook('onRequest', async (request, reply) => {
        callers.set(request, authorise(request, reply));
      });
      const callerOf = (request: FastifyRequest): Caller => {
        const caller = callers.get(request);
        if (caller === undefined) throw new Error('a route of the API was reached without authorisation');
        return caller;
      };
      const api: Api = {
        app: authorised,
        sandbox,
        callerOf,
        orgOf: (request) => callerOf(request).org,
      };
      subjectRoutes(api);
      organisationRoutes(api);
      tokenRoutes(api);
      userRoutes(api);
      userSearchRoutes(api);
      presenceRoutes(api);
      presenceDefinitionRoutes(api);
      routingStatusRoutes(api);
      queueRoutes(api);
      notificationRoutes(api, notifications);
      analyticsRoutes(api);
      detailsJobRoutes(api);
      conversationRoutes(api);
      messageRoutes(api);
      agentlessRoutes(api);
      fieldRoutes(api);
      contactRoutes(api);
      cobrowseRoutes(api);
      openIntegrationRoutes(api);
      openInboundRoutes(api);
      auditRoutes(api);
      externalSourceRoutes(api);
      webDeploymentRoutes(api);
      deskRoutes(api);
    });
  });
}
