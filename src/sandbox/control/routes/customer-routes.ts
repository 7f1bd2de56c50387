import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { agentTypes } from '../../acts/agents/agent-types.ts';
import { setBrowser } from '../../acts/guest/set-browser.ts';
import { customerWrites } from '../../acts/messages/customer-writes.ts';
import { latestConversation } from '../../acts/messages/latest-conversation.ts';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Message } from '../../world/conversation.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findCustomer } from '../find-in-world.ts';
import { conversationState, conversationsOf } from '../state-view.ts';

interface OfCustomer {
  Params: { id: string };
}

const writes = z.object({ text: z.string().trim().min(1).max(4096) });

const browser = z.object({ open: z.boolean() });

const typing = z.object({ durationMs: z.number().int().min(0).default(5000) });

/** What customers do in the messenger, and what they have said and read there. */
export function customerRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<OfCustomer>('/customers/:id/messages', (request) => {
    const { org, customer } = findCustomer(sandbox.world, request.params.id);
    const { text } = checked(writes, request.body);
    return customerWrites(sandbox, org, customer, text);
  });

  app.post<OfCustomer>('/customers/:id/browser', (request) => {
    const { org, customer } = findCustomer(sandbox.world, request.params.id);
    const { open } = checked(browser, request.body);
    setBrowser(sandbox, org, customer, open);
    return { open };
  });

  app.post<OfCustomer>('/customers/:id/typing', (request) => {
    const { org, customer } = findCustomer(sandbox.world, request.params.id);
    const { durationMs } = checked(typing, request.body);
    const conversation = latestConversation(org, customer);
    if (conversation === undefined)
      throw new ControlError(404, 'There is no conversation with this customer.');
    agentTypes(sandbox, org, customer, conversation.id, durationMs);
    return { conversationId: conversation.id };
  });

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
  return { id, direction, text, at: isoTime(at), status, ...(fromName === undefined ? {} : { fromName }) };
}
