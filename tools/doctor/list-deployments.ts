import { z } from 'zod';
import type { PlatformCall } from '../../src/genesys/platform-call.ts';
import { page } from '../../src/genesys/wire/page.ts';

const answer = page(z.object({ id: z.string().min(1), name: z.string(), status: z.string().nullish() }));

/** A web deployment; `status` is `Active`, `Inactive`, `Pending`, `Error` or `Deleting`, null where it is not told. */
export interface DeploymentListed {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
}

/** The first 100 web deployments. `GET /webdeployments/deployments`, permission `webDeployments:deployment:view` (SDK 262). */
export async function listDeployments(call: PlatformCall): Promise<DeploymentListed[]> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/webdeployments/deployments',
    query: { pageSize: 100 },
    answer,
    priority: 'ask',
    idempotent: true,
  });
  return body.entities.map(({ id, name, status }) => ({ id, name, status: status ?? null }));
}
