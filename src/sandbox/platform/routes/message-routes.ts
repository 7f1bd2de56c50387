import { z } from 'zod';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { findConversation, findMessage } from '../find-conversation.ts';
import { notFound } from '../platform-error.ts';
import { messageDataView } from '../views/message-data-view.ts';

/** Messages with their text: one by id, one of a conversation, and up to 1,000 of a conversation. */
export function messageRoutes({ app, orgOf }: Api): void {
  app.get<{ Params: { messageId: string } }>(
    '/api/v2/conversations/messages/:messageId/details',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
      },
    },
    (request) => {
      const { conversation, customer, message } = findMessage(orgOf(request), request.params.messageId);
      return messageDataView(conversation, customer, message);
    },
  );

  app.get<{ Params: { conversationId: string; messageId: string } }>(
    '/api/v2/conversations/messages/:conversationId/messages/:messageId',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
      },
    },
    (request) => {
      const { conversationId, messageId } = request.params;
      const { conversation, customer } = findConversation(orgOf(request), conversationId);
      const message = conversation.messages.find(({ id }) => id === messageId);
      if (message === undefined) throw notFound('message');
      return messageDataView(conversation, customer, message);
    },
  );

  app.post<{ Params: { conversationId: string } }>(
    '/api/v2/conversations/messages/:conversationId/messages/bulk',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
        unverified: 'newest first; ids it does not have are left out',
      },
    },
    (request) => {
      const ids = checked(z.array(z.string()).min(1).max(1000), request.body);
      const { conversation, customer } = findConversation(orgOf(request), request.params.conversationId);
      // unverified: newest first (published client code reverses the list); ids it does not have are left out.
      const entities = conversation.messages
        .filter(({ id }) => ids.includes(id))
        .map((message) => messageDataView(conversation, customer, message))
        .reverse();
      return { entities };
    },
  );
}
