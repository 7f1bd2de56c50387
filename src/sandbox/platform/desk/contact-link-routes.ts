import { z } from 'zod';
import { publishConversation } from '../../acts/conversation/publish-conversation.ts';
import { findContact } from '../../contacts/find-contact.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest, notFound } from '../platform-error.ts';
import { sceneOf } from './scene-of.ts';

const association = z.strictObject({
  externalContactId: z.string().min(1).optional(),
  conversationId: z.string(),
  communicationId: z.string(),
  mediaType: z.enum([
    'CALL',
    'CALLBACK',
    'CHAT',
    'COBROWSE',
    'EMAIL',
    'MESSAGE',
    'INTERNAL_MESSAGE',
    'SCREEN_MONITORING',
    'SOCIAL_EXPRESSION',
    'VIDEO',
    'SCREENSHARE',
  ]),
});

/** `PUT /externalcontacts/conversations/{id}`: links the conversation to a contact, or unlinks it; 202 without a body. */
export function contactLinkRoutes(api: Api): void {
  api.app.put<{ Params: { conversationId: string } }>(
    '/api/v2/externalcontacts/conversations/:conversationId',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:conversation:associate'] },
        unverified: 'codes of its refusals; the guest is known under the contact from now on',
      },
    },
    (request, reply) => {
      const ask = checked(association, request.body);
      const scene = sceneOf(api, request, request.params.conversationId);
      const { sandbox, org, conversation, customer } = scene;
      if (ask.conversationId !== conversation.id)
        throw badRequest('conversationId is not the one of the path.');
      if (ask.mediaType !== 'MESSAGE') throw badRequest('The communication is a message.');
      const participant = conversation.participants.find(({ legs }) =>
        legs.some(({ communicationId }) => communicationId === ask.communicationId),
      );
      if (participant === undefined) throw notFound('communication');
      if (
        ask.externalContactId !== undefined &&
        findContact(sandbox, org, ask.externalContactId) === undefined
      ) {
        throw notFound('external contact');
      }
      if (ask.externalContactId === undefined) delete participant.externalContactId;
      else participant.externalContactId = ask.externalContactId;
      if (participant.purpose === 'customer') {
        org.customers.change(customer, { externalContactId: ask.externalContactId ?? null });
      }
      publishConversation(sandbox, org, conversation, customer);
      return reply.code(202).send();
    },
  );
}
