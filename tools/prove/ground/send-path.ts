/** What a request that sends a message to a customer is known by, as a fault's `path`. */
export const sendPath = '/messages/agentless$|/messaging/external-messages$|/conversations/webchat/';
