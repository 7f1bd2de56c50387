import { type CompactVerifyGetKey, compactVerify, errors } from 'jose';
import type { NamedKey } from '../../config/widget-config.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { type Assertion, assertionVerdict } from './assertion-verdict.ts';
import { readPayload, readSigned } from './read-signed.ts';
import { refuse } from './refuse.ts';

/** What a public key may be used with; a shared secret only with HS256, so that none is taken for the other. */
const publicAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

/** Checks the site's assertion: key, algorithm, signature, claims. Throws `widget.*`. */
export type CheckAssertion = (token: string) => Promise<Assertion>;

export function createCheckAssertion(parts: {
  secrets: readonly NamedKey[];
  /** Null: no public keys. */
  jwks: CompactVerifyGetKey | null;
  audience: string;
  issuer: string;
  now: () => number;
}): CheckAssertion {
  const { jwks, audience, issuer, now } = parts;
  const secrets = parts.secrets.map(({ kid, key }) => ({ kid, key: new TextEncoder().encode(key.reveal()) }));

  async function bySecret(token: string, kid: string | null): Promise<Uint8Array> {
    if (secrets.length === 0) throw refuse('widget.algorithm-refused');
    const candidates = kid === null ? secrets : secrets.filter((each) => each.kid === kid);
    if (candidates.length === 0) throw refuse('widget.unknown-key');
    for (const { key } of candidates) {
      const payload = await payloadOf(token, key, ['HS256']);
      if (payload !== null) return payload;
    }
    throw refuse('widget.bad-signature');
  }

  async function byPublicKey(token: string, alg: string): Promise<Uint8Array> {
    if (jwks === null) throw refuse('widget.algorithm-refused');
    try {
      const payload = await payloadOf(token, jwks, [alg]);
      if (payload !== null) return payload;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) throw refuse('widget.unknown-key');
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      // No key id: each of that kind is tried.
      for await (const key of error) {
        const payload = await payloadOf(token, key, [alg]);
        if (payload !== null) return payload;
      }
    }
    throw refuse('widget.bad-signature');
  }

  return async (token) => {
    const signed = readSigned(token);
    if (signed === null) throw refuse('widget.assertion-malformed');
    const { alg, kid } = signed;
    if (alg !== 'HS256' && !publicAlgorithms.includes(alg)) throw refuse('widget.algorithm-refused');
    const payload = alg === 'HS256' ? await bySecret(token, kid) : await byPublicKey(token, alg);
    const verdict = assertionVerdict(readPayload(payload), now(), { audience, issuer });
    if (typeof verdict === 'string') throw refuse(verdict);
    return verdict;
  };
}

type Key = Parameters<typeof compactVerify>[1] | CompactVerifyGetKey;

/** Null when the signature does not fit that key. Throws when there is no key. */
async function payloadOf(token: string, key: Key, algorithms: string[]): Promise<Uint8Array | null> {
  try {
    const { payload } =
      typeof key === 'function'
        ? await compactVerify(token, key, { algorithms })
        : await compactVerify(token, key, { algorithms });
    return payload;
  } catch (error) {
    const noKey =
      error instanceof errors.JWKSNoMatchingKey ||
      error instanceof errors.JWKSMultipleMatchingKeys ||
      error instanceof ReachbackError;
    if (noKey) throw error;
    // A key of another kind or too short for its algorithm, or a signature that is no base64: it does not fit.
    return null;
  }
}
