import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import type { Chance } from '../chance.ts';
import { startWidgetWorld, type WidgetWorld } from '../widget/widget-world.ts';
import { type SitePair, sitePairs } from './forge-assertion.ts';
import type { TicketGround } from './forge-ticket.ts';

/** A world with a site that publishes its keys and a partner organisation, both played by the harness. */
export interface ForgeriesGround {
  readonly world: WidgetWorld;
  readonly pairs: readonly SitePair[];
  readonly strangers: readonly SitePair[];
  readonly ticket: TicketGround;
  readonly partnerId: string;
  readonly webhookToken: string;
  end(keep: boolean): Promise<void>;
}

const state = z.object({
  orgs: z.array(z.object({ id: z.string(), clientId: z.string(), clientSecret: z.string() })).min(2),
});

export async function startForgeriesGround(seed: string, chance: Chance): Promise<ForgeriesGround> {
  const [pairs, strangers, own, stranger] = await Promise.all([
    sitePairs(),
    sitePairs(),
    generateKeyPair('EdDSA', { extractable: true }),
    generateKeyPair('EdDSA'),
  ]);
  const jwks = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: pairs.map(({ publicJwk }) => publicJwk) }));
  });
  const port = await new Promise<number>((resolve) => {
    jwks.listen(0, '127.0.0.1', () => {
      const address = jwks.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const world = await startWidgetWorld({
    name: 'forgeries',
    seed,
    env: { WIDGET_JWKS_URL: `http://127.0.0.1:${port}/jwks.json` },
  });
  const { baseUrl } = world.sandbox;
  const [here, there] = state.parse(await (await fetch(`${baseUrl}/sandbox/v1/state`)).json()).orgs;
  if (here === undefined || there === undefined) throw new Error('the sandbox has no second organisation');
  const { x = '' } = await exportJWK(own.publicKey);
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid: 'partner' };
  const webhookToken = chance.bytes(24).toString('hex');
  const partnersFile = join(world.directory, 'partners.json');
  const partner = {
    id: 'forged',
    organisationId: there.id,
    name: 'Partner',
    apiUrl: baseUrl,
    loginUrl: baseUrl,
    clientId: there.clientId,
    clientSecret: there.clientSecret,
    integrationId: 'integration',
    webhookToken,
    trustKeys: { keys: [publicJwk] },
    queues: ['Support'],
  };
  await writeFile(partnersFile, JSON.stringify({ partners: [partner] }));
  return {
    world: { ...world, env: { ...world.env, PARTNERS_FILE: partnersFile } },
    pairs,
    strangers,
    ticket: {
      chance,
      privateKey: own.privateKey,
      publicJwk,
      strangerKey: stranger.privateKey,
      issuer: there.id,
      audience: here.id,
    },
    partnerId: partner.id,
    webhookToken,
    async end(keep) {
      await new Promise<void>((resolve) => {
        jwks.close(() => resolve());
        jwks.closeAllConnections();
      });
      await world.end(keep);
    },
  };
}
