import { z } from 'zod';
import type { OAuthClient } from '../../world/oauth-client.ts';
import type { Org } from '../../world/org.ts';
import type { World } from '../../world/world.ts';

/** Query of `GET /oauth/authorize`, the code grant with or without PKCE; what else it may carry is passed over. */
export const authorizeQuery = z.object({
  client_id: z.string(),
  response_type: z.string(),
  redirect_uri: z.string(),
  state: z.string().optional(),
  code_challenge: z.string().min(43).max(128).optional(),
  code_challenge_method: z.literal('S256').optional(),
});

export type AuthorizeQuery = z.output<typeof authorizeQuery>;

/** The client that asks, when it is active and may send its users back to that very address. Pure. */
export function askingClient(
  world: World,
  { client_id: id, redirect_uri: redirectUri }: AuthorizeQuery,
): { org: Org; client: OAuthClient } | undefined {
  for (const org of world.orgs.values()) {
    const client = org.clients.get(id);
    if (client?.state === 'active' && client.redirectUris?.includes(redirectUri)) return { org, client };
  }
  return undefined;
}

/** The address the browser is sent back to, with these parameters and the asker's state. Pure. */
export function sentBack(
  { redirect_uri: redirectUri, state }: AuthorizeQuery,
  parameters: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
