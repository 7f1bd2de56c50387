import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.ts';
import type { Message } from '../world.ts';
import { findCustomer } from './find-in-world.ts';
import { iso } from './iso.ts';
import { conversationState, conversationsOf } from './state-view.ts';

interface OfCustomer {
  Params: { id: string };
}

/** What customers do in the messenger, and what they have said and read there. */
export function customerRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get<OfCustomer>('/customers/:id/conversations', (request) => {
    const { org, customer } = findCustomer(sandbox.world, request.params.id);
    return {
      conversations: conversationsOf(org, customer.id).map((conversation) => ({
        id: conversation.id,
        state: conversationState(conversation),
        messages: conversation.messages.map(messageView),
      })),
    };
  });
}

function messageView({ id, direction, text, at, status, fromName }: Message): Record<string, unknown> {
  return { id, direction, text, at: iso(at), status, ...(fromName === undefined ? {} : { fromName }) };
}
