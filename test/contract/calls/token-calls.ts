import sdk from 'purecloud-platform-client-v2';
import { bySdk, type ContractCalls, nothing } from './contract-call.ts';

/** The token a call is made with. */
export const tokenCalls: ContractCalls = {
  'DELETE /api/v2/tokens/me': bySdk(nothing, async (scene) => {
    await scene.asAgent([...scene.org.agents.values()][0]?.id ?? '');
    await new sdk.TokensApi().deleteTokensMe();
  }),
};
