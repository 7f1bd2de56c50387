import type { Deployment } from '../../org.ts';
import type { Api } from '../api.ts';
import { notFound } from '../platform-error.ts';

/** Web messaging deployments. */
export function webDeploymentRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/webdeployments/deployments',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['webDeployments:deployment:view'] },
        unverified: 'the permission',
      },
    },
    (request) => {
      const entities = [...orgOf(request).deployments.values()].map(deploymentView);
      return { total: entities.length, entities, selfUri: '/api/v2/webdeployments/deployments' };
    },
  );

  app.get<{ Params: { deploymentId: string } }>(
    '/api/v2/webdeployments/deployments/:deploymentId',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['webDeployments:deployment:view'] },
        unverified: 'the permission',
      },
    },
    (request) => {
      const deployment = orgOf(request).deployments.get(request.params.deploymentId);
      if (deployment === undefined) throw notFound('deployment');
      return deploymentView(deployment);
    },
  );
}

function deploymentView({ id, name, messenger }: Deployment) {
  const { status, allowAllDomains, allowedDomains } = messenger;
  return {
    id,
    name,
    status,
    allowAllDomains,
    allowedDomains,
    selfUri: `/api/v2/webdeployments/deployments/${id}`,
  };
}
