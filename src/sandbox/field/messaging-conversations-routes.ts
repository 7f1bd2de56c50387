import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { publishConversation } from '../acts/conversation/publish-conversation.ts';
import { customerArrives } from '../acts/messages/customer-arrives.ts';
import type { ExternalContact } from '../contacts/external-contact.ts';
import { findContact } from '../contacts/find-contact.ts';
import type { Api } from '../platform/api.ts';
import type { Caller } from '../platform/caller.ts';
import { checked } from '../platform/checked.ts';
import { badRequest, PlatformError } from '../platform/platform-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Customer } from '../world/customer.ts';
import type { Org } from '../world/org.ts';

const body = z.strictObject({
  /** The id of an external contact. */
  userId: z.string().min(1).max(255).optional(),
  /** The contact's id in another system, a CRM key. */
  external_id: z.string().min(1).max(255).optional(),
  /** The deployment the conversation is on; the organisation's first when absent. */
  channelId: z.string().optional(),
});

const scopes = ['messaging:write', 'messaging:read'] as const;
const tokenLifeMs = 5 * 60_000;
const refusal = { message: 'Token is invalid or expired.', status: 403, code: 'forbidden' } as const;

/**
 * `POST /messaging/conversations`: starts a conversation with a known person for a widget's backend. It takes a
 * client's own token with both scopes, five minutes at most after it was issued. Every refusal of the token or of the
 * person is the same 403; the request log says why.
 */
export function messagingConversationsRoutes({ app, sandbox, callerOf }: Api): void {
  const refuse = (request: FastifyRequest, reply: FastifyReply, reason: string) => {
    request.refusedBecause = reason;
    return reply.code(refusal.status).send(refusal);
  };

  app.post(
    '/api/v2/messaging/conversations',
    {
      config: {
        source: 'field report',
        offer: 'messagingConversations',
        unverified:
          'the code of the refusal, the body but userId and external_id, the success answer; that older tokens are refused here while they hold elsewhere; that an unknown person is refused like a bad token',
      },
      // The token's own check comes before the handler and has another answer.
      errorHandler(error: FastifyError | PlatformError, request, reply) {
        const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
        if (!(error instanceof PlatformError) || error.status !== 401 || token === undefined) throw error;
        const end = sandbox.tokens.endOf(token);
        return refuse(request, reply, end === 'unknown' ? 'the token is not known' : `the token is ${end}`);
      },
    },
    (request, reply) => {
      const caller = callerOf(request);
      const fault = faultOfToken(sandbox, caller);
      if (fault !== undefined) return refuse(request, reply, fault);
      const { userId, external_id: externalId, channelId } = checked(body, request.body);
      if (userId === undefined && externalId === undefined)
        throw badRequest('userId or external_id is required.');
      const { org } = caller;
      const deployment = org.deployments.get(channelId ?? [...org.deployments.keys()][0] ?? '');
      if (deployment === undefined) throw badRequest('channelId is not a web messaging deployment.');

      const contact = contactFor(sandbox, org, userId, externalId);
      if (contact === undefined) return refuse(request, reply, 'the user is not known');
      if (contact === 'two people') return refuse(request, reply, 'userId and external_id are of two people');
      const customer = guestOf(sandbox, org, contact, deployment.id);
      const conversation = customerArrives(sandbox, org, customer, {
        ...(userId !== undefined && { userId }),
        ...(externalId !== undefined && { external_id: externalId }),
      });
      publishConversation(sandbox, org, conversation, customer);
      return reply.send({
        id: conversation.id,
        channelId: deployment.id,
        userId: contact.id,
        ...(externalId !== undefined && { external_id: externalId }),
        sessionId: customer.guestId,
      });
    },
  );
}

function faultOfToken({ tokens, now }: Sandbox, { client, agent, token }: Caller): string | undefined {
  if (agent !== undefined) return 'a user token where a client token is needed';
  const missing = scopes.filter((scope) => !client.scopes.includes(scope));
  if (missing.length > 0) return `the client lacks the scope ${missing.join(', ')}`;
  const issuedAt = tokens.grantOf(token)?.issuedAt ?? 0;
  if (now() - issuedAt >= tokenLifeMs) return 'the token is older than five minutes';
  return undefined;
}

/** The person both ids are of. unverified: an external_id of two systems counts for the contact written down first. */
function contactFor(
  sandbox: Sandbox,
  org: Org,
  userId: string | undefined,
  externalId: string | undefined,
): ExternalContact | 'two people' | undefined {
  const byUser = userId === undefined ? undefined : findContact(sandbox, org, userId);
  if (externalId === undefined) return byUser;
  const byKey = org.contacts.withExternalId(externalId);
  if (userId === undefined) return byKey;
  return byUser !== undefined && byKey !== undefined && byUser !== byKey ? 'two people' : (byUser ?? byKey);
}

/** The contact's latest session on the deployment that holds, or a new one in an open widget. */
function guestOf(
  { newId, now }: Sandbox,
  org: Org,
  { id, fields }: ExternalContact,
  deploymentId: string,
): Customer {
  const [known] = org.customers
    .ofContact(id)
    .filter((each) => each.deploymentId === deploymentId && each.sessionExpiresAt > now())
    .toSorted((one, other) => other.sessionExpiresAt - one.sessionExpiresAt);
  if (known !== undefined) return known;
  const name = [fields.firstName, fields.lastName].filter((part) => typeof part === 'string').join(' ');
  const customer: Customer = {
    id: newId(),
    name: name === '' ? null : name,
    externalContactId: id,
    deploymentId,
    token: newId(),
    guestId: newId(),
    timeZone: 'UTC',
    browserOpen: true,
    sessionExpiresAt: now() + (org.deployments.get(deploymentId)?.sessionDurationSeconds ?? 0) * 1000,
  };
  org.customers.set(customer.id, customer);
  return customer;
}
