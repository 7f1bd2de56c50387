import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { z } from 'zod';

/** The key this installation signs its tickets with. */
export interface TicketKey {
  readonly privateKey: CryptoKey;
  /** What partners put into their trust keys: Ed25519, with a `kid` that follows from the key. */
  readonly publicJwk: JWK;
}

const written = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});

/** A new key as the text of a file: a private JWK. */
export async function newTicketKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** The key of such a text; null when it is none. */
export async function readTicketKey(text: string): Promise<TicketKey | null> {
  try {
    const { kty, crv, x, d } = written.parse(JSON.parse(text));
    const privateKey = await importJWK({ kty, crv, x, d }, 'EdDSA');
    if (privateKey instanceof Uint8Array) return null;
    const kid = await calculateJwkThumbprint({ kty, crv, x });
    return { privateKey, publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' } };
  } catch {
    return null;
  }
}
