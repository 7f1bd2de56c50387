import { decodeProtectedHeader } from 'jose';

/** Longer than any token of a few claims. */
const mostCharacters = 8_192;

/** What a signed token says of how it is signed; null for what is none. Nothing of it is true before the signature was checked. */
export function readSigned(token: string): { alg: string; kid: string | null; typ: string | null } | null {
  const parts = token.length > mostCharacters ? [] : token.split('.');
  // The same bytes in other letters are not what was signed, though decoders take them.
  if (parts.length !== 3 || !parts.every(isWhole)) return null;
  try {
    const { alg, kid, typ, crit } = decodeProtectedHeader(token);
    // What must be understood is not: we know no extension.
    if (typeof alg !== 'string' || crit !== undefined) return null;
    return {
      alg,
      kid: typeof kid === 'string' ? kid : null,
      typ: typeof typ === 'string' ? typ : null,
    };
  } catch {
    return null;
  }
}

/** The payload as JSON; undefined when it is none. */
export function readPayload(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return undefined;
  }
}

function isWhole(part: string): boolean {
  return /^[\w-]*$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part;
}
