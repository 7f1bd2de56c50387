import { CompactSign, type CryptoKey, type JWK } from 'jose';
import type { Chance } from '../chance.ts';

/** What the harness signs tickets with, as the partner it plays. */
export interface TicketGround {
  readonly chance: Chance;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly strangerKey: CryptoKey;
  readonly issuer: string;
  readonly audience: string;
}

type Claims = Readonly<Record<string, unknown>>;

export function ticketClaims({ issuer, audience, chance }: TicketGround): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    jti: chance.bytes(16).toString('hex'),
    iss: issuer,
    aud: audience,
    iat: now,
    nbf: now,
    exp: now + 300,
    conversation: '3f0a1c1e-8f6c-4b0e-9a51-2d8c5c1f7a10',
    reason: 'escalation',
    originalQueue: 'support-tier1',
    channelType: 'webmessaging',
  };
}

export function signTicket(
  claims: Claims,
  { key, header = {} }: { key: CryptoKey | Uint8Array; header?: Readonly<Record<string, unknown>> },
): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: key instanceof Uint8Array ? 'HS256' : 'EdDSA', ...header })
    .sign(key);
}

type Forge = (ground: TicketGround) => Promise<string>;

const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const good = (ground: TicketGround): Promise<string> =>
  signTicket(ticketClaims(ground), { key: ground.privateKey });

const turned =
  (part: number): Forge =>
  async (ground) => {
    const parts = (await good(ground)).split('.');
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    const at = ground.chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << ground.chance.below(8));
    parts[part] = b64(bytes);
    return parts.join('.');
  };

const claiming =
  (claims: (known: Claims) => Claims): Forge =>
  (ground) => {
    const known = ticketClaims(ground);
    return signTicket({ ...known, ...claims(known) }, { key: ground.privateKey });
  };

/** Ways to make a good hand-off ticket one that must not be taken. */
export const ticketForgeries: Readonly<Record<string, Forge>> = {
  'a bit of the header': turned(0),
  'a bit of the payload': turned(1),
  'a bit of the signature': turned(2),
  'no algorithm': async (ground) =>
    `${b64(JSON.stringify({ alg: ground.chance.pick(['none', 'None', '']) }))}.${b64(JSON.stringify(ticketClaims(ground)))}.`,
  'the public key as shared secret': (ground) =>
    signTicket(ticketClaims(ground), { key: Buffer.from(ground.publicJwk.x ?? '', 'base64url') }),
  'a stranger’s key': (ground) => signTicket(ticketClaims(ground), { key: ground.strangerKey }),
  'a stranger’s key under the partner’s name for it': (ground) =>
    signTicket(ticketClaims(ground), {
      key: ground.strangerKey,
      header: ground.publicJwk.kid === undefined ? {} : { kid: ground.publicJwk.kid },
    }),
  expired: claiming(({ iat }) => ({ iat: Number(iat) - 600, nbf: Number(iat) - 600, exp: Number(iat) - 60 })),
  'not valid yet': claiming(({ iat }) => ({ nbf: Number(iat) + 120, exp: Number(iat) + 240 })),
  'valid too long': claiming(({ exp }) => ({ exp: Number(exp) + 3_600 })),
  'for another organisation': claiming(({ iss }) => ({ aud: iss })),
  'for a list of organisations': claiming(({ aud, iss }) => ({ aud: [aud, iss] })),
  'from an unknown organisation': claiming(() => ({ iss: '00000000-0000-4000-8000-000000000000' })),
  'of a channel type nobody maps': claiming(() => ({ channelType: 'voice' })),
  'without an id': claiming(() => ({ jti: undefined })),
  'without an end': claiming(() => ({ exp: undefined })),
  'cut off': async (ground) => {
    const ticket = await good(ground);
    return ticket.slice(0, 1 + ground.chance.below(ticket.length - 2));
  },
  noise: async ({ chance }) => [0, 1, 2].map(() => b64(chance.bytes(1 + chance.below(60)))).join('.'),
};
