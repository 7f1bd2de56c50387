import { z } from 'zod';
import { messengerConfig } from './messenger-config.ts';
import { NetworkFault } from './network-fault.ts';
import type { PlatformHttp } from './platform-http.ts';

/** It is set in minutes at the least: whatever is less is garbled, and would silence a whole channel. */
const life = z.number().min(60);
const config = z.object({
  messenger: z.object({ apps: z.object({ conversations: z.object({ sessionDurationSeconds: life }) }) }),
});

/**
 * How long a guest's session on a deployment outlives their last activity, milliseconds, as the configuration messengers fetch says it
 * (`sessionDurationSeconds`, help pages of the platform). Null where it does not say, or could not be read.
 */
export async function guestSessionMs(
  http: Pick<PlatformHttp, 'ask'>,
  apiUrl: string,
  deploymentId: string,
): Promise<number | null> {
  try {
    const read = config.safeParse(await messengerConfig(http, apiUrl, deploymentId));
    return read.success ? read.data.messenger.apps.conversations.sessionDurationSeconds * 1_000 : null;
  } catch (fault) {
    if (fault instanceof NetworkFault) return null;
    throw fault;
  }
}
