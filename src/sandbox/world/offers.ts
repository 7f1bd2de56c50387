/**
 * The endpoints of the field reports an organisation has. They are in no SDK: an organisation that does not offer one
 * answers as for a path nobody knows.
 */
export interface Offers {
  /** `POST /api/v2/conversations/messaging/external-messages`. */
  externalMessages: boolean;
  /** `POST /api/v2/communications/conversations/{id}/participants/{id}/messages`. */
  participantMessages: boolean;
  /** `POST /api/v2/conversations/webchat/{id}/messages`. */
  webchatMessages: boolean;
  /** `POST /v2/messaging/conversations/{id}/participants`. */
  crossTenantParticipants: boolean;
  /** `POST /api/v2/messaging/conversations`. */
  messagingConversations: boolean;
  /** `POST /api/v2/cobrowse/sessions`. */
  cobrowseSessions: boolean;
}

/** An organisation that has them all, as those the reports speak of. */
export function everyOffer(): Offers {
  return {
    externalMessages: true,
    participantMessages: true,
    webchatMessages: true,
    crossTenantParticipants: true,
    messagingConversations: true,
    cobrowseSessions: true,
  };
}
