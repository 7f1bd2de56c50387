import type { Api } from '../platform/api.ts';
import { cobrowseSessionsRoutes } from './cobrowse-sessions-routes.ts';
import { crossTenantRoutes } from './cross-tenant-routes.ts';
import { externalMessagesRoutes } from './external-messages-routes.ts';
import { messagingConversationsRoutes } from './messaging-conversations-routes.ts';
import { participantMessagesRoutes } from './participant-messages-routes.ts';
import { webchatRoutes } from './webchat-routes.ts';

/** The endpoints of the field reports, each there for organisations that offer it. */
export function fieldRoutes(api: Api): void {
  externalMessagesRoutes(api);
  participantMessagesRoutes(api);
  webchatRoutes(api);
  crossTenantRoutes(api);
  messagingConversationsRoutes(api);
  cobrowseSessionsRoutes(api);
}
