import {
  CompactSign,
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  UnsecuredJWT,
} from 'jose';
import type { Chance } from '../chance.ts';
import type { SiteKeys } from '../widget/widget-world.ts';

/** A key pair of the site, as it signs and as it is published. */
export interface SitePair {
  readonly kid: string;
  readonly alg: 'RS256' | 'ES256' | 'EdDSA';
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly publicPem: string;
}

export async function sitePairs(): Promise<SitePair[]> {
  return Promise.all(
    (['RS256', 'ES256', 'EdDSA'] as const).map(async (alg) => {
      const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
      const kid = `site-${alg.toLowerCase()}`;
      const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
      return { kid, alg, privateKey, publicJwk, publicPem: await exportSPKI(publicKey) };
    }),
  );
}

/** How an assertion is made, so that each part can be made wrong. */
export interface Draft {
  readonly header: Readonly<Record<string, unknown>> & { readonly alg: string };
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: Uint8Array | CryptoKey;
}

export async function signed({ header, claims, key }: Draft): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .sign(key, { crit: { 'urn:unknown': true } });
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A good assertion for that user, by any of the site's keys. */
export function goodDraft(userId: string, site: SiteKeys, pairs: readonly SitePair[], chance: Chance): Draft {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: userId, aud: site.audience, iss: site.issuer, iat: now, exp: now + 300 };
  const which = chance.below(pairs.length + site.secrets.length + 1);
  const pair = pairs[which];
  if (pair !== undefined) return { header: { alg: pair.alg, kid: pair.kid }, claims, key: pair.privateKey };
  const secret = site.secrets[which - pairs.length] ?? site.secrets[0];
  const named = which - pairs.length < site.secrets.length;
  return {
    header: { alg: 'HS256', ...(named && secret !== undefined ? { kid: secret.kid } : {}) },
    claims,
    key: bytesOf(secret?.secret ?? ''),
  };
}

type Forge = (draft: Draft, ground: ForgeGround) => Promise<string> | string;

interface ForgeGround {
  readonly chance: Chance;
  readonly pairs: readonly SitePair[];
  /** Keys of somebody else, of the same kinds. */
  readonly strangers: readonly SitePair[];
}

const b64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** One bit of a decoded part is turned: what differs in base64 only in bits that are not read would be the same token. */
function withTurnedBit(token: string, part: number, chance: Chance): string {
  const parts = token.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  parts[part] = b64(bytes);
  return parts.join('.');
}

const withClaims =
  (claims: (draft: Draft) => Readonly<Record<string, unknown>>): Forge =>
  (draft) =>
    signed({ ...draft, claims: { ...draft.claims, ...claims(draft) } });

const at = ({ claims }: Draft): number => Number(claims.iat);

const withoutClaim =
  (name: string): Forge =>
  (draft) =>
    signed({
      ...draft,
      claims: Object.fromEntries(Object.entries(draft.claims).filter(([key]) => key !== name)),
    });

const withHeader =
  (header: Readonly<Record<string, unknown>>): Forge =>
  async (draft) => {
    const [, payload = '', signature = ''] = (await signed(draft)).split('.');
    return `${b64(JSON.stringify({ ...draft.header, ...header }))}.${payload}.${signature}`;
  };

/** Ways to make a good assertion one that must not be believed. */
export const forgeries: Readonly<Record<string, Forge>> = {
  'a bit of the header': async (draft, { chance }) => withTurnedBit(await signed(draft), 0, chance),
  'a bit of the payload': async (draft, { chance }) => withTurnedBit(await signed(draft), 1, chance),
  'a bit of the signature': async (draft, { chance }) => withTurnedBit(await signed(draft), 2, chance),
  'another user under the same signature': async (draft) => {
    const [header = '', , signature = ''] = (await signed(draft)).split('.');
    return `${header}.${b64(JSON.stringify({ ...draft.claims, sub: `${String(draft.claims.sub)}-2` }))}.${signature}`;
  },
  'no algorithm': ({ claims }) => new UnsecuredJWT({ ...claims }).encode(),
  'no algorithm in another spelling': ({ claims }, { chance }) =>
    `${b64(JSON.stringify({ alg: chance.pick(['None', 'NONE', 'nOnE', '']) }))}.${b64(JSON.stringify(claims))}.`,
  'no algorithm and a signature': async (draft) => {
    const [, payload = '', signature = ''] = (await signed(draft)).split('.');
    return `${b64('{"alg":"none"}')}.${payload}.${signature}`;
  },
  'no signature': async (draft) => `${(await signed(draft)).split('.').slice(0, 2).join('.')}.`,
  'a public key as shared secret': (draft, { pairs, chance }) => {
    const pair = pairs[chance.below(pairs.length)];
    const key = chance.pick([
      pair?.publicPem ?? '',
      JSON.stringify(pair?.publicJwk),
      pair?.publicJwk.n ?? pair?.publicJwk.x ?? '',
    ]);
    return signed({
      ...draft,
      header: { alg: 'HS256', ...(pair === undefined ? {} : { kid: pair.kid }) },
      key: bytesOf(key.padEnd(32)),
    });
  },
  'a public key as shared secret without its name': (draft, { pairs, chance }) =>
    signed({
      ...draft,
      header: { alg: 'HS256' },
      key: bytesOf(pairs[chance.below(pairs.length)]?.publicPem ?? ''),
    }),
  'another algorithm in the header': (draft, ground) => {
    const others = ['HS256', 'HS384', 'HS512', 'RS256', 'PS256', 'ES256', 'EdDSA', 'RS512', 'ES384'].filter(
      (alg) => alg !== draft.header.alg,
    );
    return withHeader({ alg: others[ground.chance.below(others.length)] })(draft, ground);
  },
  'a longer hash with the right secret': (draft, { chance }) =>
    draft.key instanceof Uint8Array
      ? signed({
          ...draft,
          header: { ...draft.header, alg: chance.pick(['HS384', 'HS512']) },
          key: Buffer.concat([draft.key, draft.key]),
        })
      : withTurnedBitOf(draft, chance),
  'a stranger’s key under our name for it': (draft, { strangers, pairs, chance }) => {
    const which = chance.below(pairs.length);
    const [stranger, own] = [strangers[which], pairs[which]];
    if (stranger === undefined || own === undefined) return withTurnedBitOf(draft, chance);
    return signed({ ...draft, header: { alg: stranger.alg, kid: own.kid }, key: stranger.privateKey });
  },
  'a stranger’s key under its own name': (draft, { strangers, chance }) => {
    const stranger = strangers[chance.below(strangers.length)];
    if (stranger === undefined) return withTurnedBitOf(draft, chance);
    return signed({ ...draft, header: { alg: stranger.alg, kid: 'stranger' }, key: stranger.privateKey });
  },
  'a stranger’s key without a name': (draft, { strangers, chance }) => {
    const stranger = strangers[chance.below(strangers.length)];
    if (stranger === undefined) return withTurnedBitOf(draft, chance);
    return signed({ ...draft, header: { alg: stranger.alg }, key: stranger.privateKey });
  },
  'a stranger’s key in the header': (draft, { strangers, chance }) => {
    const stranger = strangers[chance.below(strangers.length)];
    if (stranger === undefined) return withTurnedBitOf(draft, chance);
    return signed({
      ...draft,
      header: { alg: stranger.alg, jwk: stranger.publicJwk },
      key: stranger.privateKey,
    });
  },
  'a stranger’s key at an address': (draft, { strangers, chance }) => {
    const stranger = strangers[chance.below(strangers.length)];
    if (stranger === undefined) return withTurnedBitOf(draft, chance);
    const header = {
      alg: stranger.alg,
      kid: stranger.kid,
      [chance.pick(['jku', 'x5u'])]: 'http://127.0.0.1:9/jwks.json',
    };
    return signed({ ...draft, header, key: stranger.privateKey });
  },
  'a stranger’s secret': (draft, { chance }) =>
    signed({
      ...draft,
      header: { alg: 'HS256', kid: chance.pick(['new', 'old', 'other']) },
      key: chance.bytes(32),
    }),
  'an empty secret': (draft, { chance }) =>
    signed({ ...draft, header: { alg: 'HS256', kid: chance.pick(['new', 'old']) }, key: new Uint8Array(32) }),
  'an extension nobody knows': (draft) =>
    signed({ ...draft, header: { ...draft.header, crit: ['urn:unknown'], 'urn:unknown': 1 } }),
  'expired a minute ago': withClaims((draft) => ({ iat: at(draft) - 300, exp: at(draft) - 60 })),
  'expired a year ago': withClaims((draft) => ({ iat: at(draft) - 31_536_300, exp: at(draft) - 31_536_000 })),
  'issued in the future': withClaims((draft) => ({ iat: at(draft) + 120, exp: at(draft) + 300 })),
  'not before a later time': withClaims((draft) => ({ nbf: at(draft) + 120 })),
  'valid for a day': withClaims((draft) => ({ exp: at(draft) + 86_400 })),
  'times in milliseconds': withClaims((draft) => ({
    iat: at(draft) * 1_000,
    exp: at(draft) * 1_000 + 300_000,
  })),
  'an end before its beginning': withClaims((draft) => ({ iat: at(draft), exp: at(draft) - 1 })),
  'an end as text': withClaims((draft) => ({ exp: String(at(draft) + 300) })),
  'without an end': withoutClaim('exp'),
  'without a beginning': withoutClaim('iat'),
  'without an audience': withoutClaim('aud'),
  'without an issuer': withoutClaim('iss'),
  'without a user': withoutClaim('sub'),
  'for another audience': withClaims(() => ({ aud: 'https://reachback.example.evil' })),
  'for several others': withClaims(() => ({ aud: ['https://other.example', 'https://reachback.example/'] })),
  'from another issuer': withClaims(() => ({ iss: 'https://shop.example.evil' })),
  'a user that is a number': withClaims(() => ({ sub: 4711 })),
  'a user that is a list': withClaims(() => ({ sub: ['a', 'b'] })),
  'an empty user': withClaims(() => ({ sub: ' ' })),
  'a user of 256 characters': withClaims(() => ({ sub: 'x'.repeat(256) })),
  'a user with a line end': withClaims(({ claims }) => ({ sub: `${String(claims.sub)}\nadmin` })),
  'a user with a NUL': withClaims(({ claims }) => ({ sub: `${String(claims.sub)}\u0000` })),
  'an external id that is an object': withClaims(() => ({ external_id: { $ne: '' } })),
  'a scope that is not for this': withClaims(() => ({ scope: 'refresh' })),
  'cut off': async (draft, { chance }) => {
    const token = await signed(draft);
    return token.slice(0, 1 + chance.below(token.length - 2));
  },
  'with a part too many': async (draft) => `${await signed(draft)}.${b64('{}')}`,
  'with a part missing': async (draft) => (await signed(draft)).split('.').slice(1).join('.'),
  'in the JSON form': async (draft) => {
    const [header, payload, signature] = (await signed(draft)).split('.');
    return JSON.stringify({ protected: header, payload, signature });
  },
  'a payload that is no JSON': (draft, { chance }) =>
    new CompactSign(chance.bytes(40)).setProtectedHeader(draft.header).sign(draft.key),
  'a payload that is a list': (draft) =>
    new CompactSign(bytesOf('[]')).setProtectedHeader(draft.header).sign(draft.key),
  noise: (_, { chance }) => [0, 1, 2].map(() => b64(chance.bytes(1 + chance.below(60)))).join('.'),
};

async function withTurnedBitOf(draft: Draft, chance: Chance): Promise<string> {
  return withTurnedBit(await signed(draft), 1, chance);
}
