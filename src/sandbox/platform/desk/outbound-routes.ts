import { z } from 'zod';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest } from '../platform-error.ts';
import { requireAgent } from './scene-of.ts';

const body = z.strictObject({
  queueId: z.string().min(1),
  toAddress: z.string().min(1),
  // No web messaging here: an agent cannot begin one.
  toAddressMessengerType: z.enum(['sms', 'open', 'whatsapp']),
  useExistingConversation: z.boolean().optional(),
  externalContactId: z.string().optional(),
  useUserFromAddress: z.boolean().optional(),
});

/** `POST /conversations/messages`: begins an outbound conversation of another messenger, of which the organisation has none. */
export function outboundRoutes(api: Api): void {
  api.app.post(
    '/api/v2/conversations/messages',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:message:create'] },
        unverified: 'code for a client’s own token; texts of the refusals',
      },
    },
    (request) => {
      const { queueId, toAddressMessengerType } = checked(body, request.body);
      requireAgent(api, request);
      if (!api.orgOf(request).queues.has(queueId)) throw badRequest('The queue does not exist.');
      throw badRequest(`The queue has no outbound address for ${toAddressMessengerType}.`);
    },
  );
}
