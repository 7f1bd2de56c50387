import { z } from 'zod';
import { isConnected } from '../acts/conversation/is-connected.ts';
import type { Scene } from '../acts/conversation/scene.ts';
import { offerCobrowse } from '../cobrowse/offer-cobrowse.ts';
import type { Api } from '../platform/api.ts';

const body = z.strictObject({
  id: z.string().min(1).max(100),
  type: z.literal('cobrowse'),
  initiator: z.strictObject({ id: z.string(), type: z.literal('user') }),
  target: z.strictObject({ id: z.string(), type: z.literal('interaction') }),
  settings: z.strictObject({ mode: z.enum(['view', 'control']).default('view') }).default({ mode: 'view' }),
});

/** As the reports quote it, for a body with `participants` or `initiatorId`. */
const oldForm = fault('participants', 'contains invalid user ID format', 'participants[0].id');

/**
 * `POST /cobrowse/sessions`: a backend starts a cobrowse for an agent on an interaction. Refusals are 400 with one
 * entry in `errors`. An initiator who is not logged in is not refused: the session is made and never connects.
 */
export function cobrowseSessionsRoutes({ app, sandbox, orgOf }: Api): void {
  app.post(
    '/api/v2/cobrowse/sessions',
    {
      config: {
        source: 'field report',
        offer: 'cobrowseSessions',
        permissions: { any: ['conversation:cobrowse:add', 'conversation:cobrowseVoice:add'] },
        unverified:
          'the success answer, the permission, every refusal but that of participants[0].id; that Offline is what counts as not logged in; that an id counts once',
      },
    },
    (request, reply) => {
      const org = orgOf(request);
      const refuse = (error: ReturnType<typeof fault>) =>
        reply.code(400).send({
          status: 400,
          code: 'bad_request',
          message: 'Invalid session initiation parameters',
          errors: [error],
        });

      if (isOldForm(request.body)) return refuse(oldForm);
      const read = body.safeParse(request.body);
      if (!read.success) {
        const [issue] = read.error.issues;
        const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
        const path = [...(issue?.path ?? []), ...unknown].map(String);
        return refuse(fault(path[0] ?? 'body', 'is not valid', path.join('.') || 'body'));
      }
      const { id, initiator, target, settings } = read.data;
      const agent = org.agents.get(initiator.id);
      if (agent === undefined) return refuse(fault('initiator', 'contains invalid user ID', 'initiator.id'));
      const conversation = org.conversations.get(target.id);
      const customer = org.customers.get(conversation?.customerId ?? '');
      const deployment = org.deployments.get(conversation?.deploymentId ?? '');
      if (conversation?.gone !== undefined || conversation === undefined || customer === undefined) {
        return refuse(fault('target', 'contains invalid interaction ID', 'target.id'));
      }
      if (!isConnected(conversation))
        return refuse(fault('target', 'is not an active interaction', 'target.id'));
      if (deployment?.messenger.cobrowse.enabled !== true) {
        return refuse(fault('target', 'is on a deployment without cobrowse', 'target.id'));
      }
      if (settings.mode === 'control' && !deployment.messenger.cobrowse.allowAgentControl) {
        return refuse(
          fault('settings', 'asks for control, which the deployment does not allow', 'settings.mode'),
        );
      }
      if (org.cobrowses.has(id)) return refuse(fault('id', 'is taken', 'id'));

      const scene: Scene = { sandbox, org, conversation, customer };
      const silent = agent.presence === 'Offline';
      if (silent) request.refusedBecause = 'the initiator is not logged in: the session will never connect';
      const session = offerCobrowse(scene, { id, agentId: agent.id, mode: settings.mode, silent });
      // Nothing in the answer tells a session apart that will never connect.
      return reply.send({ id: session.id, type: 'cobrowse', initiator, target, settings });
    },
  );
}

function fault(field: string, what: string, path: string) {
  return { code: 'invalid_field', message: `Field '${field}' ${what}`, path };
}

function isOldForm(given: unknown): boolean {
  return typeof given === 'object' && given !== null && ('participants' in given || 'initiatorId' in given);
}
