import type { Api } from '../api.ts';
import { findConversation } from '../find-conversation.ts';
import { conversationView } from '../views/conversation-view.ts';
import { messageConversationView } from '../views/message-conversation-view.ts';

type Params = { Params: { conversationId: string } };

/** One conversation, as a whole and as a message conversation. */
export function conversationRoutes({ app, orgOf, sandbox }: Api): void {
  app.get<Params>(
    '/api/v2/conversations/:conversationId',
    { config: { source: 'SDK 262', permissions: { all: ['conversation:communication:view'] } } },
    (request) => {
      const org = orgOf(request);
      const { conversation, customer } = findConversation(org, request.params.conversationId);
      return conversationView(org, conversation, customer, sandbox.now());
    },
  );

  app.get<Params>(
    '/api/v2/conversations/messages/:conversationId',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
        unverified: 'documented without a permission',
      },
    },
    (request) => {
      const org = orgOf(request);
      const { conversation, customer } = findConversation(org, request.params.conversationId);
      return messageConversationView(org, conversation, customer);
    },
  );
}
