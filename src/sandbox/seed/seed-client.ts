import type { OAuthClient } from '../world/oauth-client.ts';
import { botPermissions, fieldScopes } from './permissions.ts';
import type { Random } from './random.ts';

/** The client a bot of an organisation signs in with. */
export function seedClient(name: string, random: Random): OAuthClient {
  return {
    id: random.id(),
    name,
    secret: random.hex(43),
    permissions: [...botPermissions],
    scopes: [...fieldScopes],
    state: 'active',
    accessTokenSeconds: null,
  };
}
