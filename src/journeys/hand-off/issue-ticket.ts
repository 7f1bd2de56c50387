import { SignJWT } from 'jose';
import { type Ticket, ticketLifeMs } from './ticket.ts';
import type { TicketKey } from './ticket-key.ts';

/** The ticket as a JWT (JWS compact, EdDSA), good from `now` (epoch milliseconds) for five minutes. */
export function issueTicket(
  ticket: Ticket,
  { privateKey, publicJwk }: TicketKey,
  now: number,
): Promise<string> {
  const at = Math.floor(now / 1000);
  const { conversationId, reason, originalQueue, channelType } = ticket;
  return new SignJWT({ conversation: conversationId, reason, originalQueue, channelType })
    .setProtectedHeader({
      alg: 'EdDSA',
      typ: 'JWT',
      ...(publicJwk.kid === undefined ? {} : { kid: publicJwk.kid }),
    })
    .setJti(ticket.id)
    .setIssuer(ticket.sourceOrgId)
    .setAudience(ticket.destinationOrgId)
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + ticketLifeMs / 1000)
    .sign(privateKey);
}
