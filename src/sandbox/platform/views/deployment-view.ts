import { createHash } from 'node:crypto';
import type { Deployment } from '../../world/deployment.ts';

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

/** A UUID that is always the same for the same text. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
