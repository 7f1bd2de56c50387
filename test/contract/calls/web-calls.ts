import sdk from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { botClient } from '../../support/bot-client.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';
import { token } from '../shapes/error-shapes.ts';
import { deployment, deployments } from '../shapes/web-shapes.ts';
import { byHand, bySdk, type ContractCalls } from './contract-call.ts';
import { backTo, signInClient } from './sign-in-client.ts';

const signInPage = z.string().regex(/^<!doctype html>.*Mei Chen/s);
const api = (): sdk.WebDeploymentsApi => new sdk.WebDeploymentsApi();

/** Signing in, and web deployments. */
export const webCalls: ContractCalls = {
  // The SDK signs in too, at the start of every scene, but keeps the answer to itself.
  'POST /oauth/token': {
    ...byHand(token, async ({ ground }) => (await requestToken(ground.url, botClient(ground.org))).body),
    by: 'sdk',
  },
  // The SDK only makes the address; it is a browser that goes there.
  'GET /oauth/authorize': {
    ...byHand(signInPage, async (scene) => {
      const { clientId } = await signInClient(scene);
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: backTo,
      });
      return (await fetch(`${scene.ground.url}/oauth/authorize?${query}`)).text();
    }),
    by: 'sdk',
  },
  'GET /api/v2/webdeployments/deployments': bySdk(deployments, () => api().getWebdeploymentsDeployments()),
  'GET /api/v2/webdeployments/deployments/{deploymentId}': bySdk(deployment, ({ org }) =>
    api().getWebdeploymentsDeployment([...org.deployments.keys()][0] ?? ''),
  ),
};
