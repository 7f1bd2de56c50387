import sdk from 'purecloud-platform-client-v2';
import { requestToken } from '../../integration/sandbox-platform/request-token.ts';
import { botClient } from '../../support/bot-client.ts';
import { token } from '../shapes/error-shapes.ts';
import { deployment, deployments } from '../shapes/web-shapes.ts';
import { byHand, bySdk, type ContractCalls } from './contract-call.ts';

const api = (): sdk.WebDeploymentsApi => new sdk.WebDeploymentsApi();

/** Signing in, and web deployments. */
export const webCalls: ContractCalls = {
  // The SDK signs in too, at the start of every scene, but keeps the answer to itself.
  'POST /oauth/token': {
    ...byHand(token, async ({ ground }) => (await requestToken(ground.url, botClient(ground.org))).body),
    by: 'sdk',
  },
  'GET /api/v2/webdeployments/deployments': bySdk(deployments, () => api().getWebdeploymentsDeployments()),
  'GET /api/v2/webdeployments/deployments/{deploymentId}': bySdk(deployment, ({ org }) =>
    api().getWebdeploymentsDeployment([...org.deployments.keys()][0] ?? ''),
  ),
};
