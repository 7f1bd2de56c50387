import { isoTime } from '../iso-time.ts';
import type { CobrowseSession } from './cobrowse-session.ts';

/** CobrowseWebMessagingSession of SDK 262. unverified: the socket's address, where nothing listens in the sandbox. */
export function cobrowseView(
  { id, joinCode, offerEndsAt }: CobrowseSession,
  deploymentId: string,
  baseUrl: string,
) {
  return {
    id,
    name: 'Cobrowse session',
    joinCode,
    websocketUrl: `${baseUrl.replace('http', 'ws')}/cobrowse/${id}`,
    dateOfferEnds: isoTime(offerEndsAt),
    communicationType: 'Message',
    selfUri: `/api/v2/webdeployments/deployments/${deploymentId}/cobrowse/${id}`,
  };
}
