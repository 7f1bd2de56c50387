import { compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { type Ticket, ticketLifeMs, ticketSkewMs } from './ticket.ts';

/** What may be trusted of an organisation that issues tickets. */
export interface TicketIssuer {
  readonly keys: readonly JWK[];
  /** Channel types taken from it. */
  readonly channelTypes: readonly string[];
}

export interface TicketGround {
  /** The organisation the ticket must be meant for. */
  readonly audience: string;
  /** Null: not one whose tickets are taken for this audience. */
  readonly issuer: (organisationId: string, audience: string) => TicketIssuer | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type TicketVerdict =
  | { readonly accepted: Ticket; readonly expiresAt: number }
  /** What it says of itself, where it can be told; not to be trusted. */
  | {
      readonly refused: ErrorCode;
      readonly says: Partial<Pick<Ticket, 'id' | 'sourceOrgId' | 'conversationId'>>;
    };

/** What anybody is refused with, who holds no key of a partner. */
export const refusedToStrangers = [
  'handoff.ticket.malformed',
  'handoff.ticket.algorithm',
  'handoff.ticket.issuer-unknown',
  'handoff.ticket.signature',
] as const satisfies readonly ErrorCode[];

/** Far more than any ticket has: what is longer is not looked at. */
const longest = 4_096;

const plainId = z.string().regex(/^[\w.-]{1,80}$/);
const seconds = z.int().min(0).max(100_000_000_000);
const claims = z.object({
  jti: plainId,
  iss: plainId,
  aud: z.string().min(1).max(80),
  nbf: seconds,
  exp: seconds,
  iat: seconds,
  conversation: plainId,
  reason: z.string().min(1).max(100),
  originalQueue: z.string().max(200).nullable(),
  channelType: z.string().min(1).max(40),
});
const header = z.looseObject({ alg: z.string() });

/**
 * Whether a ticket holds, but for whether it was used before. Looks at the algorithm first, at the issuer’s own keys next, and at what is
 * claimed only after the signature: a forged ticket learns nothing. Clocks may differ by 30 s both ways. Never throws.
 */
export async function judgeTicket(text: string, ground: TicketGround): Promise<TicketVerdict> {
  const parts = text.length > longest ? [] : text.split('.');
  const [head, body] = parts.map(jsonOf);
  const read = header.safeParse(head);
  // A part that says the same in other letters is not what was signed, though decoders take it.
  if (parts.length !== 3 || !read.success) return { refused: 'handoff.ticket.malformed', says: {} };
  if (read.data.alg !== 'EdDSA') return { refused: 'handoff.ticket.algorithm', says: {} };
  const claimed = claims.safeParse(body);
  if (!parts.every(isWhole) || !claimed.success) return { refused: 'handoff.ticket.malformed', says: {} };
  const { jti, iss, aud, nbf, exp, conversation, reason, originalQueue, channelType } = claimed.data;
  const says = { id: jti, sourceOrgId: iss, conversationId: conversation };
  const issuer = ground.issuer(iss, ground.audience);
  if (issuer === null) return { refused: 'handoff.ticket.issuer-unknown', says };
  if (!(await isSigned(text, issuer.keys))) return { refused: 'handoff.ticket.signature', says };
  const { now } = ground;
  if (aud !== ground.audience) return { refused: 'handoff.ticket.audience', says };
  if (nbf * 1000 > now + ticketSkewMs) return { refused: 'handoff.ticket.not-yet-valid', says };
  if (exp * 1000 <= now - ticketSkewMs) return { refused: 'handoff.ticket.expired', says };
  if (exp - nbf > ticketLifeMs / 1000) return { refused: 'handoff.ticket.too-long', says };
  if (!issuer.channelTypes.includes(channelType)) return { refused: 'handoff.ticket.channel-unmapped', says };
  return {
    accepted: {
      id: jti,
      sourceOrgId: iss,
      destinationOrgId: aud,
      conversationId: conversation,
      reason,
      originalQueue,
      channelType,
    },
    expiresAt: exp * 1000,
  };
}

async function isSigned(text: string, keys: readonly JWK[]): Promise<boolean> {
  for (const key of keys) {
    try {
      await compactVerify(text, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
      return true;
    } catch {
      // The next key may be the one: they overlap while a partner changes its own.
    }
  }
  return false;
}

/** Base64url in its one true form: no other last letter, no padding, no line break. */
function isWhole(part: string): boolean {
  return part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
