import { z } from 'zod';
import { isoTime } from '../iso-time.ts';
import type { Api } from '../platform/api.ts';
import { checked, checkedQuery } from '../platform/checked.ts';
import { paged, paging } from '../platform/paged.ts';
import { badRequest, notFound } from '../platform/platform-error.ts';
import type { OpenIntegration } from './open-integration.ts';

const reference = z.object({ id: z.string() });

const body = z.strictObject({
  id: z.string().optional(),
  name: z.string().trim().min(1).max(256),
  outboundNotificationWebhookUrl: z.url(),
  outboundNotificationWebhookSignatureSecretToken: z.string().min(16),
  webhookHeaders: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\t\x20-\x7e]*$/)).default({}),
  supportedContent: reference.optional(),
  messagingSetting: reference.optional(),
  selfUri: z.string().optional(),
});

const path = '/api/v2/conversations/messaging/integrations/open';

interface OfIntegration {
  Params: { integrationId: string };
}

/** Open Messaging integrations of an organisation. */
export function openIntegrationRoutes({ app, sandbox, orgOf }: Api): void {
  app.post(
    path,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['messaging:integration:add'] },
        unverified: 'the limits of the name; supportedContent and messagingSetting are not kept',
      },
    },
    (request) => {
      const given = checked(body, request.body);
      // The platform takes https on port 443 only; the sandbox calls nobody but this computer.
      if (!isLoopback(given.outboundNotificationWebhookUrl)) {
        throw badRequest(
          'outboundNotificationWebhookUrl must be on this computer (127.0.0.1, localhost or [::1]).',
        );
      }
      const integration: OpenIntegration = {
        id: sandbox.newId(),
        name: given.name,
        webhookUrl: given.outboundNotificationWebhookUrl,
        secret: given.outboundNotificationWebhookSignatureSecretToken,
        webhookHeaders: given.webhookHeaders,
        createdAt: sandbox.now(),
      };
      orgOf(request).openIntegrations.set(integration.id, integration);
      sandbox.changed();
      return integrationView(integration);
    },
  );

  app.get(
    path,
    { config: { source: 'SDK 262', permissions: { all: ['messaging:integration:view'] } } },
    (request) => {
      const all = [...orgOf(request).openIntegrations.values()].map(integrationView);
      return paged(all, checkedQuery(paging, request.query), request.url);
    },
  );

  app.get<OfIntegration>(
    `${path}/:integrationId`,
    { config: { source: 'SDK 262', permissions: { all: ['messaging:integration:view'] } } },
    (request) => {
      const found = orgOf(request).openIntegrations.get(request.params.integrationId);
      if (found === undefined) throw notFound('integration');
      return integrationView(found);
    },
  );

  app.delete<OfIntegration>(
    `${path}/:integrationId`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['messaging:integration:delete'] },
        unverified: 'the status 204',
      },
    },
    (request, reply) => {
      if (!orgOf(request).openIntegrations.delete(request.params.integrationId))
        throw notFound('integration');
      sandbox.changed();
      return reply.code(204).send();
    },
  );
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function integrationView({ id, name, webhookUrl, secret, webhookHeaders, createdAt }: OpenIntegration) {
  return {
    id,
    name,
    outboundNotificationWebhookUrl: webhookUrl,
    outboundNotificationWebhookSignatureSecretToken: secret,
    webhookHeaders,
    status: 'Active',
    recipient: { id, name },
    dateCreated: isoTime(createdAt),
    dateModified: isoTime(createdAt),
    createStatus: 'Completed',
    selfUri: `${path}/${id}`,
  };
}
