import type { ErrorCode } from '../../src/errors/catalogue.ts';
import type { TeamsMember } from '../teams/teams-port.ts';

const guestRoles = new Set(['guest', 'anonymous']);

/**
 * Why a member of a conversation is none of our own, as a code; null for who is. Teams names guests by their role (`guest`, and `anonymous`
 * in meetings) and by `#EXT#` in the sign-in name; in shared channels people keep their own tenant (what the roster says of
 * those is *unverified*). `homeTenantId` null: not known.
 */
export function outsiderCode(
  { role, signInName, tenantId }: Pick<TeamsMember, 'role' | 'signInName' | 'tenantId'>,
  homeTenantId: string | null,
): Extract<ErrorCode, 'teams.guest' | 'teams.other-tenant'> | null {
  const isGuest = guestRoles.has(role?.toLowerCase() ?? '') || signInName?.toUpperCase().includes('#EXT#');
  if (isGuest === true) return 'teams.guest';
  if (homeTenantId !== null && tenantId !== null && tenantId !== homeTenantId) return 'teams.other-tenant';
  return null;
}
