import type { Agent } from '../world/agent.ts';
import type { OAuthClient } from '../world/oauth-client.ts';
import type { Org } from '../world/org.ts';

/** Who makes a request of the API. */
export interface Caller {
  readonly org: Org;
  readonly client: OAuthClient;
  /** The agent who signed in; absent with the client-credentials grant. */
  readonly agent?: Agent;
  /** The bearer token itself. */
  readonly token: string;
}
