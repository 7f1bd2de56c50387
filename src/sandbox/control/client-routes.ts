import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import { checked } from './checked.ts';
import { findAgent, findClient } from './find-in-world.ts';
import { permission } from './permission.ts';

const clientBody = z.strictObject({
  permissions: z.array(permission).optional(),
  scopes: z.array(z.string().min(1)).optional(),
  state: z.enum(['active', 'disabled', 'inactive']).optional(),
  accessTokenSeconds: z.int().min(300).max(172_800).nullable().optional(),
});

/** OAuth clients and their tokens: what their roles grant, whether they are active, and an agent's sign-in. */
export function clientRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post<{ Params: { id: string } }>('/clients/:id', (request) => {
    const { client } = findClient(sandbox.world, request.params.id);
    const { permissions, scopes, state, accessTokenSeconds } = checked(clientBody, request.body);
    if (permissions !== undefined) client.permissions = permissions;
    if (scopes !== undefined) client.scopes = scopes;
    if (state !== undefined) client.state = state;
    // Documented: a disabled client's tokens end, so channels made with them do, too.
    if (client.state !== 'active') sandbox.tokens.revoke(({ clientId }) => clientId === client.id);
    if (accessTokenSeconds !== undefined) client.accessTokenSeconds = accessTokenSeconds;
    sandbox.changed();
    return client;
  });

  app.post<{ Params: { id: string } }>('/clients/:id/revoke', (request) => {
    const { client } = findClient(sandbox.world, request.params.id);
    return { revoked: sandbox.tokens.revoke(({ clientId }) => clientId === client.id) };
  });

  app.post<{ Params: { id: string } }>('/agents/:id/sign-in', (request) => {
    const { org, agent } = findAgent(sandbox.world, request.params.id);
    const { client } = findClient(sandbox.world, org.clientId);
    const { token, seconds } = sandbox.tokens.issue(org, client, agent.id);
    return { accessToken: token, expiresInSeconds: seconds };
  });
}
