/** What a role for Reachback's client grants: just what its calls need, so that a call too many shows. */
export const botPermissions = [
  'analytics:conversationDetail:view',
  'conversation:cobrowse:add',
  'conversation:communication:blindTransfer',
  'conversation:communication:disconnect',
  'conversation:communication:view',
  'conversation:message:create',
  'conversation:threadingTimeline:view',
  'conversation:webmessaging:view',
  'externalContacts:contact:add',
  'externalContacts:contact:edit',
  'externalContacts:contact:view',
  'externalContacts:conversation:associate',
  'externalContacts:externalSource:add',
  'externalContacts:externalSource:view',
  'presence:userPresence:edit',
  'routing:queue:view',
] as const;

/** What a partner's role grants besides: what middleware needs to bring its customers, and to make an integration for them. */
export const bridgePermissions = [
  'conversation:message:receive',
  'messaging:integration:add',
  'messaging:integration:view',
] as const;

/** Scopes the endpoints of the field reports ask for. */
export const fieldScopes = ['conversations:write', 'messaging:read', 'messaging:write'] as const;

/** What agents may do with their own token, as the platform's default agent role grants it for messages. */
export const agentPermissions = [
  'conversation:cobrowse:add',
  'conversation:communication:blindTransfer',
  'conversation:communication:disconnect',
  'conversation:communication:view',
  'conversation:message:assign',
  'conversation:message:create',
  'conversation:message:park',
  'conversation:message:view',
  'conversation:webmessaging:create',
  'conversation:webmessaging:view',
  'routing:queue:view',
] as const;
