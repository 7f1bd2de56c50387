import type { AccessToken } from '../../../src/genesys/access-token.ts';
import { type Finding, failed, good } from '../finding.ts';

/** Whether the OAuth client gets a token. */
export async function credentials(token: Pick<AccessToken, 'get'>): Promise<Finding> {
  try {
    await token.get();
    return good('credentials', 'The OAuth client gets an access token.');
  } catch (cause) {
    return failed('credentials', 'problem', cause, 'genesys.token-unavailable');
  }
}
