import type { Api } from '../api.ts';
import { assignRoutes } from './assign-routes.ts';
import { contactLinkRoutes } from './contact-link-routes.ts';
import { legRoutes } from './leg-routes.ts';
import { outboundRoutes } from './outbound-routes.ts';
import { replaceRoutes } from './replace-routes.ts';
import { sendRoutes } from './send-routes.ts';
import { threadingRoutes } from './threading-routes.ts';

/** What is done to conversations: by agents with their own token, and by their organisation. */
export function deskRoutes(api: Api): void {
  sendRoutes(api);
  legRoutes(api);
  replaceRoutes(api);
  assignRoutes(api);
  outboundRoutes(api);
  threadingRoutes(api);
  contactLinkRoutes(api);
}
