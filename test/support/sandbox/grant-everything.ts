import type { Endpoint } from '../../../src/sandbox/platform/endpoint.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';

/** Gives the organisation's bot every permission an endpoint of this sandbox asks for, as an administrator's client would have. */
export async function grantEverything(baseUrl: string, { clientId, clients }: Org): Promise<void> {
  const response = await fetch(`${baseUrl}/sandbox/v1/endpoints`);
  const { endpoints }: { endpoints: Endpoint[] } = JSON.parse(await response.text());
  const named = endpoints.flatMap(({ permissions }) => {
    if (permissions === undefined) return [];
    return 'all' in permissions ? permissions.all : permissions.any;
  });
  const client = clients.get(clientId);
  if (client !== undefined) client.permissions = [...new Set(named)];
}
