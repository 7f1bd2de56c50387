import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { PlatformCall } from '../platform-call.ts';
import { type CobrowseSessionWire, cobrowseSession } from '../wire/cobrowse-session.ts';

/**
 * A cobrowse session by its id or join code; null when there is none (any more). `GET /webdeployments/deployments/{deploymentId}/cobrowse/
 * {sessionId}`, no permission (SDK 262; that one that is over is not found, and that those of the field contract are, is *unverified*).
 */
export async function getCobrowseSession(
  call: PlatformCall,
  of: { readonly deploymentId: string; readonly sessionId: string },
): Promise<CobrowseSessionWire | null> {
  try {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/webdeployments/deployments/{deploymentId}/cobrowse/{sessionId}',
      ids: { deploymentId: of.deploymentId, sessionId: of.sessionId },
      answer: cobrowseSession,
      priority: 'ask',
      idempotent: true,
    });
    return body;
  } catch (cause) {
    if (cause instanceof ReachbackError && isCaseOf(cause.code, 'genesys.not-found')) return null;
    throw cause;
  }
}
