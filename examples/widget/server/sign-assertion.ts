import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { ShopCustomer } from './customers.ts';

const keys = z.array(z.object({ kid: z.string(), secret: z.string() })).min(1);

/**
 * The shop's word for who somebody is: a JWT for this one request, signed with the secret it shares with Reachback. In the sandbox Reachback
 * makes that secret and keeps it in its data directory; a real shop has it in a variable of its own. Read for each assertion, so that
 * a new secret counts at once.
 */
export async function signAssertion(
  { userId, crmKey, name, email }: ShopCustomer,
  { dataDir, livesSeconds }: { dataDir: string; livesSeconds: number },
): Promise<string> {
  const [key] = keys.parse(JSON.parse(await readFile(join(dataDir, 'widget-site-keys.json'), 'utf8')));
  if (key === undefined) throw new TypeError('there is no key to sign with');
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ name, email, ...(crmKey === null ? {} : { external_id: crmKey }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.kid })
    .setSubject(userId)
    .setIssuer('sandbox-site')
    .setAudience('reachback')
    .setJti(randomUUID())
    .setIssuedAt(Math.min(now, now + livesSeconds - 60))
    .setExpirationTime(now + livesSeconds)
    .sign(new TextEncoder().encode(key.secret));
}
