import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { Org } from '../../world/org.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';

interface OfDeployment {
  Params: { id: string };
}

const switchable = z.strictObject({
  status: z.enum(['Active', 'Inactive']),
  allowAllDomains: z.boolean(),
  allowedDomains: z.array(z.string().min(1)),
  autoStart: z.boolean(),
  conversationDisconnect: z.strictObject({ enabled: z.boolean(), type: z.enum(['Send', 'ReadOnly']) }),
  conversationClear: z.boolean(),
  showAgentTypingIndicator: z.boolean(),
  showUserTypingIndicator: z.boolean(),
  humanize: z.boolean(),
  markdown: z.boolean(),
  auth: z.strictObject({ enabled: z.boolean(), allowSessionUpgrade: z.boolean() }),
  cobrowse: z.strictObject({ enabled: z.boolean(), allowAgentControl: z.boolean() }),
  fileTypes: z.array(z.string().min(1)),
  maxFileSizeKB: z.number().int().min(1).max(32_768),
  blockedExtensions: z.array(z.string().min(1)),
  connectionsPerSession: z.number().int().min(1).max(1000),
});

const change = z.strictObject({
  ...switchable.partial().shape,
  sessionDurationSeconds: z.number().int().min(1).max(31_536_000).optional(),
});

const person = z.strictObject({ subject: z.string().trim().min(1), name: z.string().trim().min(1) });

/** How long a code of the identity provider may be redeemed. */
const codeLifeMs = 300_000;

/** How a deployment's messenger is set up, and the stand-in for the organisation's identity provider. */
export function messengerRoutes(app: FastifyInstance, { world, newId, now, changed }: Sandbox): void {
  const find = (id: string): { org: Org; deployment: Deployment } => {
    for (const org of world.orgs.values()) {
      const deployment = org.deployments.get(id);
      if (deployment !== undefined) return { org, deployment };
    }
    throw new ControlError(404, `There is no deployment ${id}.`);
  };
  const view = ({ messenger, sessionDurationSeconds }: Deployment) => ({
    ...messenger,
    sessionDurationSeconds,
  });

  app.get<OfDeployment>('/deployments/:id/messenger', ({ params }) => view(find(params.id).deployment));

  app.post<OfDeployment>('/deployments/:id/messenger', ({ params, body }) => {
    const { deployment } = find(params.id);
    const { sessionDurationSeconds = deployment.sessionDurationSeconds, ...messenger } = checked(
      change,
      body,
    );
    deployment.sessionDurationSeconds = sessionDurationSeconds;
    for (const [key, value] of Object.entries(messenger)) {
      if (value !== undefined) Object.assign(deployment.messenger, { [key]: value });
    }
    changed();
    return view(deployment);
  });

  app.post<OfDeployment>('/deployments/:id/sign-ins', ({ params, body }) => {
    const { org } = find(params.id);
    const { subject, name } = checked(person, body);
    const code = newId();
    org.signIns.set(code, { subject, name, expiresAt: now() + codeLifeMs });
    changed();
    return { code };
  });
}
