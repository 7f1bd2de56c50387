import { z } from 'zod';
import type { Api } from '../api.ts';
import { checkedQuery } from '../checked.ts';
import { listOf } from '../paged.ts';
import { notFound } from '../platform-error.ts';
import { deploymentView } from '../views/deployment-view.ts';

const listQuery = z.object({
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  before: z.string().optional(),
  after: z.string().optional(),
  expand: listOf(['configuration']),
});
const oneQuery = z.object({ expand: listOf(['configuration']) });
const permissions = { all: ['webDeployments:deployment:view'] } as const;

/** Web messaging deployments. */
export function webDeploymentRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/webdeployments/deployments',
    {
      config: {
        source: 'SDK 262',
        permissions,
        unverified: 'the permission; the form of the cursors; that expand adds nothing',
      },
    },
    (request) => {
      const { pageSize, before, after } = checkedQuery(listQuery, request.query);
      const all = [...orgOf(request).deployments.values()];
      const at = (id: string | undefined): number => all.findIndex((each) => each.id === id);
      const from = before === undefined ? at(after) + 1 : Math.max(0, at(before) - pageSize);
      const entities = all.slice(from, from + pageSize);
      const [first, last] = [entities[0], entities.at(-1)];
      const path = '/api/v2/webdeployments/deployments';
      const more = from + pageSize < all.length;
      return {
        total: all.length,
        entities: entities.map(deploymentView),
        ...(more && last !== undefined && { nextUri: `${path}?pageSize=${pageSize}&after=${last.id}` }),
        ...(from > 0 &&
          first !== undefined && { previousUri: `${path}?pageSize=${pageSize}&before=${first.id}` }),
        selfUri: path,
      };
    },
  );

  app.get<{ Params: { deploymentId: string } }>(
    '/api/v2/webdeployments/deployments/:deploymentId',
    { config: { source: 'SDK 262', permissions, unverified: 'the permission' } },
    (request) => {
      checkedQuery(oneQuery, request.query);
      const deployment = orgOf(request).deployments.get(request.params.deploymentId);
      if (deployment === undefined) throw notFound('deployment');
      return deploymentView(deployment);
    },
  );
}
