import { SignJWT } from 'jose';
import { ticketLifeMs } from './ticket.ts';

/**
 * The guest’s session as a token for another organisation: `aud` is that organisation, `iss` the own one, `sub` the session (HS256 with
 * the key the receiving organisation gave out). Field contract; all claims but `aud` and the kind of signature are *unverified*.
 * Throws a TypeError where source and destination are the same: such a token would hold at home.
 */
export function reissueSession(
  session: { readonly guestId: string; readonly sourceOrgId: string; readonly destinationOrgId: string },
  key: string,
  now: number,
): Promise<string> {
  const { guestId, sourceOrgId, destinationOrgId } = session;
  if (destinationOrgId === sourceOrgId)
    throw new TypeError('a session is not re-issued for its own organisation');
  const at = Math.floor(now / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(sourceOrgId)
    .setSubject(guestId)
    .setAudience(destinationOrgId)
    .setIssuedAt(at)
    .setExpirationTime(at + ticketLifeMs / 1000)
    .sign(new TextEncoder().encode(key));
}
