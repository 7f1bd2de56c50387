import { once } from 'node:events';
import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listeningPort } from './listening-port.ts';

export interface TokenOf {
  readonly aud?: string;
  readonly iss?: string;
  readonly serviceUrl?: string;
  readonly expiresInSeconds?: number;
  readonly kid?: string;
  readonly signedBy?: 'published' | 'unpublished';
}

/** A local stand-in for the Bot Framework's key server, and tokens it vouches for. */
export async function startLocalBotKeys(defaults: { appId: string; serviceUrl: string }) {
  const published = await generateKeyPair('RS256', { extractable: true });
  const unpublished = await generateKeyPair('RS256', { extractable: true });
  const jwk = async (kid: string, endorsements: string[]) => ({
    ...(await exportJWK(published.publicKey)),
    kid,
    use: 'sig',
    endorsements,
  });
  const keys = [await jwk('teams-key', ['msteams']), await jwk('other-channel-key', ['webchat'])];

  let isDown = false;
  const server = createServer((request, response) => {
    response.statusCode = isDown ? 503 : 200;
    if (isDown) return void response.end('{}');
    const base = `http://127.0.0.1:${listeningPort(server)}`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { jwks_uri: `${base}/keys` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    openIdMetadataUrl: `http://127.0.0.1:${listeningPort(server)}/.well-known/openidconfiguration`,
    down(value: boolean): void {
      isDown = value;
    },
    async bearer(wish: TokenOf = {}): Promise<string> {
      const now = Math.floor(Date.now() / 1000);
      const key: CryptoKey = (wish.signedBy === 'unpublished' ? unpublished : published).privateKey;
      const token = await new SignJWT({ serviceurl: wish.serviceUrl ?? defaults.serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: wish.kid ?? 'teams-key', typ: 'JWT' })
        .setIssuer(wish.iss ?? 'https://api.botframework.com')
        .setAudience(wish.aud ?? defaults.appId)
        .setIssuedAt(now - 3600)
        .setExpirationTime(now + (wish.expiresInSeconds ?? 3600))
        .sign(key);
      return `Bearer ${token}`;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
