import type { PlatformCall } from '../platform-call.ts';
import { authzSubject } from '../wire/authz-subject.ts';

/**
 * What the roles of our own OAuth client grant, as `domain:entity:action` with `*` where the platform writes it; null when the answer does
 * not say. Divisions and conditions of a grant are left out: a right given for one division counts as given.
 * `GET /authorization/subjects/me`, no permission (SDK 262); integrators ask it with client credentials, *unverified* that
 * roles are written out to them. A role that is not makes the whole unknown: what it grants may be just what seems missing.
 */
export async function ownPermissions(call: PlatformCall): Promise<readonly string[] | null> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/authorization/subjects/me',
    answer: authzSubject,
    priority: 'ask',
    idempotent: true,
    // The start waits for it and can do without.
    timeoutMs: 5_000,
  });
  const granted: string[] = [];
  for (const { role } of body.grants ?? []) {
    const policies = role?.policies ?? [];
    if (policies.length === 0) return null;
    for (const { domain, entityName, actions } of policies)
      for (const action of actions ?? []) granted.push(`${domain}:${entityName ?? '*'}:${action}`);
  }
  return granted.length === 0 ? null : [...new Set(granted)];
}
