import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, compactVerify, SignJWT } from 'jose';
import type { NamedKey } from '../../config/widget-config.ts';
import { readPayload, readSigned } from './read-signed.ts';

/** Our own keys: the newest signs and seals, all of them check and open. */
export interface KeyRing {
  sign(claims: Readonly<Record<string, string | number>>): Promise<string>;
  /** The payload of a token of ours; else what is wrong with it. */
  check(
    token: string,
  ): Promise<{ readonly payload: unknown } | 'malformed' | 'unknown-key' | 'bad-signature'>;
  seal(text: string): Promise<string>;
  /** Null when the key is gone. */
  open(sealed: string): Promise<string | null>;
}

const typ = 'reachback-widget+jwt';

interface Derived {
  readonly kid: string;
  readonly signing: Uint8Array;
  readonly sealing: Uint8Array;
}

/** One secret makes two keys, so that what is sealed and what is signed never share one. `keys` is asked each time: it may grow. */
export function createKeyRing(keys: () => readonly NamedKey[]): KeyRing {
  const derived = new Map<string, Derived>();

  function ring(): readonly Derived[] {
    return keys().map(({ kid, key }) => {
      const known = derived.get(kid);
      if (known !== undefined) return known;
      const made = {
        kid,
        signing: derive(key.reveal(), 'reachback widget token'),
        sealing: derive(key.reveal(), 'reachback widget seal'),
      };
      derived.set(kid, made);
      return made;
    });
  }

  function newest(): Derived {
    const [first] = ring();
    if (first === undefined) throw new TypeError('there is no key');
    return first;
  }

  return {
    sign(claims) {
      const { kid, signing } = newest();
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ, kid }).sign(signing);
    },
    async check(token) {
      const signed = readSigned(token);
      if (signed === null || signed.typ !== typ || signed.alg !== 'HS256') return 'malformed';
      const key = ring().find(({ kid }) => kid === signed.kid);
      if (key === undefined) return 'unknown-key';
      try {
        const { payload } = await compactVerify(token, key.signing, { algorithms: ['HS256'] });
        return { payload: readPayload(payload) };
      } catch {
        return 'bad-signature';
      }
    },
    seal(text) {
      const { kid, sealing } = newest();
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
        .encrypt(sealing);
    },
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          ({ kid }) => {
            const key = ring().find((each) => each.kid === kid);
            if (key === undefined) throw new TypeError('the key is gone');
            return key.sealing;
          },
          { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
        );
        return new TextDecoder().decode(plaintext);
      } catch {
        return null;
      }
    },
  };
}

function derive(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));
}
