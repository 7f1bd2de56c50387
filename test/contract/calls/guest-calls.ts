import sdk from 'purecloud-platform-client-v2';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { openSocket } from '../../support/sandbox/open-socket.ts';
import { callPlatform, connectedGuest, first } from '../../support/sandbox/platform-ground.ts';
import { deploymentConfig, history, refreshed, signedIn } from '../shapes/guest-shapes.ts';
import { byHand, bySdk, type ContractCalls, nothing } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.WebDeploymentsApi => new sdk.WebDeploymentsApi();
const deploymentOf = ({ org }: SdkScene): string => first([...org.deployments.keys()]);

/** Somebody comes back from the organisation's identity provider with a code. */
const exchange = async (scene: SdkScene) => {
  const deploymentId = deploymentOf(scene);
  await scene.control('POST', `/deployments/${deploymentId}/messenger`, {
    auth: { enabled: true, allowSessionUpgrade: false },
  });
  const { body } = await scene.control('POST', `/deployments/${deploymentId}/sign-ins`, {
    subject: 'ada',
    name: 'Ada',
  });
  return api().postWebdeploymentsTokenOauthcodegrantjwtexchange({
    deploymentId,
    oauth: { code: body.code, redirectUri: 'https://shop.example/back' },
  });
};

/** The JWT a guest's page gets over its socket. */
const guestJwt = async ({ ground, org }: SdkScene): Promise<string> => {
  const { customer } = connectedGuest(org);
  const socket = await openSocket(
    `${ground.url.replace('http', 'ws')}/v1?deploymentId=${customer.deploymentId}`,
  );
  const { token, deploymentId } = customer;
  socket.send({ action: 'configureSession', token, deploymentId });
  socket.send({ action: 'getJwt', token });
  const answer = await waitFor(() => socket.frames.find((each) => each.class === 'JwtResponse'), {
    what: 'the JWT',
  });
  await socket.close();
  return answer.body.jwt;
};

/** What a guest's page asks over HTTP. */
export const guestCalls: ContractCalls = {
  'POST /api/v2/webdeployments/token/oauthcodegrantjwtexchange': bySdk(signedIn, exchange),
  'POST /api/v2/webdeployments/token/refresh': bySdk(refreshed, async (scene) => {
    const { refreshToken = '' } = await exchange(scene);
    return api().postWebdeploymentsTokenRefresh({
      body: { refreshToken, deploymentId: deploymentOf(scene) },
    });
  }),
  'DELETE /api/v2/webdeployments/token/revoke': bySdk(nothing, async (scene) => {
    const { jwt = '' } = await exchange(scene);
    scene.asBearer(jwt);
    return api().deleteWebdeploymentsTokenRevoke();
  }),
  'GET /api/v2/webmessaging/messages': byHand(history, async (scene) => {
    const { body } = await callPlatform(
      scene.ground.url,
      await guestJwt(scene),
      'GET',
      '/api/v2/webmessaging/messages?pageSize=25&pageNumber=1',
    );
    return body;
  }),
  'GET /webdeployments/v1/deployments/{deploymentId}/config.json': byHand(deploymentConfig, (scene) =>
    scene.byHand('GET', `/webdeployments/v1/deployments/${deploymentOf(scene)}/config.json`),
  ),
};
