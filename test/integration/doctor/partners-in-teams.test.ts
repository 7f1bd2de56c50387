import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keepPartner, writtenPartner } from '../../../src/journeys/hand-off/registering/kept-partner.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { writePartnersFile } from '../../../tools/program/partners-file.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { type DoctorGround, startDoctorGround } from './doctor-ground.ts';
import { findingsOf, runDoctor } from './run-doctor.ts';

const partnerShape = z.looseObject({ apiUrl: z.string(), loginUrl: z.string(), clientSecret: z.string() });
const fileShape = z.object({ partners: z.tuple([partnerShape]) });

describe('npm run doctor: partners registered in Teams', () => {
  let ground: DoctorGround;
  let written: Record<string, unknown>;
  let clientSecret: string;
  let databaseUrl: string;
  before(async function () {
    this.timeout(60_000);
    databaseUrl = await newPostgresDatabase();
    ground = await startDoctorGround();
    const file = join(ground.dataDir, 'partners.json');
    await writePartnersFile(file, ground.url);
    const { apiUrl, loginUrl, ...partner } = fileShape.parse(JSON.parse(await readFile(file, 'utf8')))
      .partners[0];
    assert.equal(apiUrl, loginUrl);
    clientSecret = partner.clientSecret;
    const secrets = { clientSecret: 'env:PARTNER_SOUTH_SECRET', sessionKey: 'env:PARTNER_SOUTH_SESSION' };
    written = { ...partner, ...secrets, region: 'sandbox' };
  });
  after(() => ground.close());

  function register(where: { databaseUrl: string | null }, changes: readonly [string, object][]) {
    return openStore({ ...where, dataDir: ground.dataDir }).then(async (store) => {
      for (const [action, more] of changes) {
        const kept = writtenPartner({ ...written, ...more }) ?? assert.fail();
        const change = { at: 1_000, who: 'Sam Porter', partnerId: kept.id, action };
        const value = keepPartner({ written: kept, changed: [] });
        await store.partners.add({ ...change, revision: (await store.partners.newest()) + 1, value });
      }
      return store;
    });
  }

  async function found(more: Readonly<Record<string, string>>) {
    const secrets = { PARTNER_SOUTH_SECRET: clientSecret, PARTNER_SOUTH_SESSION: 's'.repeat(40) };
    const findings = findingsOf(await runDoctor({ ...ground.env, ...secrets, ...more }));
    return findings.filter(({ check }) => check === 'partners');
  }

  it('are looked at in the store of a running Reachback, those set aside and taken out told apart', async () => {
    assert.deepEqual(await found({}), [], 'there is no ledger yet');
    const store = await register({ databaseUrl: null }, [
      ['registered', {}],
      ['registered', { id: 'fourth', organisationId: '44444444-4444-4444-8444-444444444444' }],
      ['removed', { id: 'fourth', organisationId: '44444444-4444-4444-8444-444444444444' }],
      [
        'registered',
        {
          id: 'unset',
          organisationId: '33333333-3333-4333-8333-333333333333',
          clientSecret: 'env:PARTNER_NOWHERE',
        },
      ],
    ]);
    try {
      const findings = await found({});
      assert.deepEqual(
        findings.map(({ level, code }) => code ?? level),
        ['handoff.partner-variable-unset', 'ok'],
      );
      assert.match(findings[1]?.said ?? '', /Southridge Repairs can be reached/);
    } finally {
      await store.close();
    }
  });

  it('are looked at in PostgreSQL, where their clients may be turned away', async () => {
    const store = await register({ databaseUrl }, [['registered', {}]]);
    try {
      const [refused, key, ...more] = await found({
        DATABASE_URL: databaseUrl,
        PARTNER_SOUTH_SECRET: 'wrong',
      });
      assert.deepEqual([refused?.code, key?.level, more], ['genesys.credentials-refused', 'warning', []]);
      assert.match(key?.said ?? '', /HAND_OFF_KEY_FILE is not set/);
    } finally {
      await store.close();
    }
  });

  it('are left to what is said of the store, where that cannot be read', async () => {
    assert.deepEqual(await found({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nowhere' }), []);
  });
});
