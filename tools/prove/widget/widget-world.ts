import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { startWorld, type World } from '../ground/start-world.ts';

/** A world in which the program has a widget's backend, with what the site's server knows. */
export interface WidgetWorld extends World {
  readonly origin: string;
  readonly site: SiteKeys;
  /** How many external contacts have this text in one of their ids or names. */
  contactsWith(text: string): Promise<number>;
  /** A control call of the sandbox. */
  control(path: string, body: unknown): Promise<void>;
}

export interface SiteKeys {
  readonly audience: string;
  readonly issuer: string;
  /** The first is the newest. */
  readonly secrets: readonly { readonly kid: string; readonly secret: string }[];
  /** An assertion of now, by the newest secret. */
  assert(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

const token = z.object({ access_token: z.string() });
const page = z.object({ total: z.number() });

const site = 'https://shop.example';

/** Starts one; `env` beside what the widget needs, such as WIDGET_JWKS_URL. */
export async function startWidgetWorld(options: {
  name: string;
  seed: string;
  env?: Readonly<Record<string, string>>;
}): Promise<WidgetWorld> {
  const { name, seed, env = {} } = options;
  const world = await startWorld({ name, seed, conversations: 20 });
  const { baseUrl } = world.sandbox;
  const [org] = (await world.sandbox.state()).orgs;
  const deploymentId = org?.deployments[0]?.id;
  if (org === undefined || deploymentId === undefined) throw new Error('the sandbox has no deployment');
  const secrets = ['new', 'old'].map((kid) => ({ kid, secret: randomBytes(32).toString('base64url') }));
  const [newest] = secrets;
  const keys = { audience: 'https://reachback.example', issuer: site, secrets };
  return {
    ...world,
    origin: site,
    site: {
      ...keys,
      async assert(claims) {
        const now = Math.floor(Date.now() / 1000);
        return new SignJWT({ aud: keys.audience, iss: site, iat: now, exp: now + 300, ...claims })
          .setProtectedHeader({ alg: 'HS256', kid: newest?.kid ?? '' })
          .sign(new TextEncoder().encode(newest?.secret));
      },
    },
    env: {
      ...world.env,
      OUTREACH_MODE: 'supervisor',
      WIDGET_ORIGINS: site,
      WIDGET_DEPLOYMENT_ID: deploymentId,
      WIDGET_MESSAGING_URL: `${baseUrl.replace(/^http/, 'ws')}/v1`,
      WIDGET_SECRETS: secrets.map(({ kid, secret }) => `${kid}:${secret}`).join(','),
      WIDGET_AUDIENCE: keys.audience,
      WIDGET_ISSUER: site,
      WIDGET_PER_ADDRESS: '1000000',
      WIDGET_PER_USER: '1000000',
      ...env,
    },
    async contactsWith(text) {
      const asked = await fetch(`${baseUrl}/oauth/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${org.clientId}:${org.clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      const { access_token } = token.parse(await asked.json());
      const query = new URLSearchParams({ q: text, pageSize: '20' });
      const found = await fetch(`${baseUrl}/api/v2/externalcontacts/contacts?${query}`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      return page.parse(await found.json()).total;
    },
    async control(path, body) {
      const answer = await fetch(`${baseUrl}/sandbox/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${path}`);
      await answer.arrayBuffer();
    },
  };
}
