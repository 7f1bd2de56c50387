import type { Deployment } from '../../world/deployment.ts';
import { idOf } from './id-of.ts';

/** WebDeployment of REST (SDK 262), which always names the version of its configuration. */
export function deploymentView({ id, name, messenger }: Deployment) {
  const { status, allowAllDomains, allowedDomains } = messenger;
  const configurationId = idOf(`configuration of ${id}`);
  return {
    id,
    name,
    status,
    allowAllDomains,
    allowedDomains,
    configuration: {
      id: configurationId,
      name,
      version: '1',
      selfUri: `/api/v2/webdeployments/configurations/${configurationId}/versions/1`,
    },
    selfUri: `/api/v2/webdeployments/deployments/${id}`,
  };
}
