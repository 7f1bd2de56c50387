import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { askingClient, authorizeQuery, sentBack } from '../../platform/oauth/authorize-query.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { OAuthClient } from '../../world/oauth-client.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findAgent, findClient, findOrg } from '../find-in-world.ts';
import { permission } from '../permission.ts';

const clientBody = z.strictObject({
  permissions: z.array(permission).optional(),
  scopes: z.array(z.string().min(1)).optional(),
  state: z.enum(['active', 'disabled', 'inactive']).optional(),
  accessTokenSeconds: z.int().min(300).max(172_800).nullable().optional(),
});

const newClientBody = z.strictObject({
  name: z.string().min(1).max(100),
  redirectUris: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .max(20),
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

  app.post<{ Params: { id: string } }>('/orgs/:id/clients', (request) => {
    const org = findOrg(sandbox.world, request.params.id);
    const { name, redirectUris } = checked(newClientBody, request.body);
    const known = [...org.clients.values()].find(
      (each) => each.name === name && sameAddresses(each.redirectUris, redirectUris),
    );
    // Whoever asks again at each start gets the one they had.
    if (known !== undefined) return known;
    const client: OAuthClient = {
      id: sandbox.newId(),
      name,
      secret: randomBytes(32).toString('base64url'),
      permissions: [],
      scopes: [],
      redirectUris,
      state: 'active',
      accessTokenSeconds: null,
    };
    org.clients.set(client.id, client);
    sandbox.changed();
    return client;
  });

  // What the sign-in page leads to: this agent, back to the client with a code.
  app.get<{ Params: { id: string } }>('/agents/:id/authorize', (request, reply) => {
    const { org, agent } = findAgent(sandbox.world, request.params.id);
    const query = checked(authorizeQuery, request.query);
    const asking = askingClient(sandbox.world, query);
    if (asking?.org !== org || query.response_type !== 'code')
      throw new ControlError(400, 'no client of this organisation asks so');
    const who = { orgId: org.id, clientId: asking.client.id, agentId: agent.id };
    const code = sandbox.tokens.codes.issue(who, {
      redirectUri: query.redirect_uri,
      challenge: query.code_challenge,
    });
    return reply.redirect(sentBack(query, { code }));
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

function sameAddresses(known: readonly string[] | undefined, asked: readonly string[]): boolean {
  return known?.join(' ') === asked.join(' ');
}
