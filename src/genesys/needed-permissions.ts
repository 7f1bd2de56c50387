/** What the product does on the platform that needs a right, by name. */
export type Operation =
  | 'list-queues'
  | 'query-conversations'
  | 'read-conversation'
  | 'read-message'
  | 'send-agentless'
  | 'send-external-messages'
  | 'send-webchat'
  | 'watch-conversations'
  | 'watch-undelivered'
  | 'read-threading'
  | 'list-deployments'
  | 'set-presence'
  | 'offer-cobrowse'
  | 'find-contacts'
  | 'make-contacts'
  | 'edit-contacts'
  | 'find-sources'
  | 'make-sources'
  | 'link-contacts'
  | 'transfer-across'
  | 'end-conversation';

export type PermissionNeed = { readonly all: readonly string[] } | { readonly any: readonly string[] };

export interface NeededPermission {
  readonly operation: Operation;
  /** All of these, or any one of them. */
  readonly permissions: PermissionNeed;
  /** What asks for it. */
  readonly for: string;
  /** What stops working without it, one sentence. */
  readonly without: string;
  /**
   * `always`: part of the work. `widget`, `hand-off`: part of a widget's backend, or of hand-offs to partners, where they are set up.
   * `optional`: something people may do does not work without it. `helpful`: without it something is assumed instead of known.
   */
  readonly use: 'always' | 'optional' | 'widget' | 'hand-off' | 'helpful';
}

/**
 * Every right the product asks the platform for, with its reason. Permissions of operations: SDK 262 and its documentation; those of
 * topics are *unverified*, the platform names them in its `availabletopics` only. The endpoints of the field reports
 * name no permission, so nothing is known of them here.
 */
export const neededPermissions: readonly NeededPermission[] = [
  {
    operation: 'list-queues',
    permissions: { all: ['routing:queue:view'] },
    for: 'GET /api/v2/routing/queues and the members of each',
    without: 'It is not known who works here, so no agent is watched and Reachback does not start.',
    use: 'always',
  },
  {
    operation: 'query-conversations',
    permissions: { any: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] },
    for: 'POST /api/v2/analytics/conversations/details/query',
    without: 'It is not known which customers were here, so Reachback does not start.',
    use: 'always',
  },
  {
    operation: 'read-conversation',
    permissions: { all: ['conversation:communication:view'] },
    for: 'GET /api/v2/conversations/{id}',
    without: 'The conversation cannot be read before a send, so nothing is sent.',
    use: 'always',
  },
  {
    operation: 'read-message',
    permissions: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
    for: 'GET /api/v2/conversations/messages/{id}/details and its bulk form',
    without:
      'A lost answer to a send cannot be looked up, and an answer that says stop is not understood: whoever answered is not written to again.',
    use: 'always',
  },
  {
    operation: 'send-agentless',
    permissions: { all: ['conversation:message:create'] },
    for: 'POST /api/v2/conversations/messages/agentless',
    without: 'Customers with an external contact cannot be written to.',
    use: 'always',
  },
  {
    operation: 'watch-conversations',
    permissions: { all: ['conversation:communication:view'] },
    for: 'the topics v2.routing.queues.{id}.conversations',
    without: 'Customers who come and go are learnt of only by query, and replies late.',
    use: 'always',
  },
  {
    operation: 'watch-undelivered',
    permissions: { all: ['conversation:webmessaging:view'] },
    for: 'the topics v2.webmessaging.deployments.{id}.undelivered.messages',
    without: 'A customer who is away is not told apart from one who has the message.',
    use: 'always',
  },
  {
    operation: 'set-presence',
    permissions: { all: ['presence:userPresence:edit'] },
    for: 'PATCH /api/v2/users/{userId}/presences/purecloud',
    without: 'Agents cannot set their Genesys presence from Teams.',
    use: 'optional',
  },
  {
    operation: 'end-conversation',
    permissions: { all: ['conversation:communication:disconnect'] },
    for: 'PATCH /api/v2/conversations/messages/{conversationId}',
    without: 'A conversation handed to a partner does not end here when the partner ends it.',
    use: 'hand-off',
  },
  {
    operation: 'transfer-across',
    permissions: { all: ['conversation:communication:blindTransfer'] },
    for: 'POST /v2/messaging/conversations/{id}/participants',
    without: 'Conversations cannot be handed to partner organisations by the field contract.',
    use: 'hand-off',
  },
  {
    operation: 'find-contacts',
    permissions: { all: ['externalContacts:contact:view'] },
    for: 'POST /api/v2/externalcontacts/identifierlookup/contacts',
    without: 'Who a widget’s user is cannot be looked up, so known customers get no token for the widget.',
    use: 'widget',
  },
  {
    operation: 'make-contacts',
    permissions: { all: ['externalContacts:contact:add'] },
    for: 'POST /api/v2/externalcontacts/contacts',
    without:
      'Users of the widget who have no external contact yet get no token, and users cannot be imported.',
    use: 'widget',
  },
  {
    operation: 'edit-contacts',
    permissions: { all: ['externalContacts:contact:edit'] },
    for: 'PATCH /api/v2/externalcontacts/contacts/{contactId}',
    without: 'A contact known by one id of a user cannot be given the other one.',
    use: 'widget',
  },
  {
    operation: 'find-sources',
    permissions: { all: ['externalContacts:externalSource:view'] },
    for: 'GET /api/v2/externalcontacts/externalsources',
    without:
      'It is not known under which source the ids of the widget’s users are kept, so they get no token.',
    use: 'widget',
  },
  {
    operation: 'make-sources',
    permissions: { all: ['externalContacts:externalSource:add'] },
    for: 'POST /api/v2/externalcontacts/externalsources',
    without:
      'The external sources of the widget’s users must be made by hand (Genesys Admin > External Contacts).',
    use: 'widget',
  },
  {
    operation: 'link-contacts',
    permissions: { all: ['externalContacts:conversation:associate'] },
    for: 'PUT /api/v2/externalcontacts/conversations/{conversationId}',
    without:
      'Conversations of the widget are not linked to the customer’s contact: agents do not see the history.',
    use: 'widget',
  },
  {
    operation: 'offer-cobrowse',
    permissions: { any: ['conversation:cobrowse:add', 'conversation:cobrowseVoice:add'] },
    // A field report names no right; this is the platform's own for the same, *unverified* there.
    for: 'POST /api/v2/cobrowse/sessions where the organisation offers it',
    without: 'Cobrowse is offered by agents who are signed in as themselves only.',
    use: 'helpful',
  },
  {
    operation: 'read-threading',
    permissions: { all: ['conversation:threadingTimeline:view'] },
    for: 'GET /api/v2/conversations/messaging/threadingtimeline',
    without:
      'How long a closed conversation takes new messages is assumed: 72 hours, the platform’s default.',
    use: 'helpful',
  },
  {
    operation: 'list-deployments',
    permissions: { all: ['webDeployments:deployment:view'] },
    for: 'GET /api/v2/webdeployments/deployments',
    without: 'Only deployments on which customers wrote in the last days can be examined.',
    use: 'helpful',
  },
];
