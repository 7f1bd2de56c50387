import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePartnersFile } from '../../../tools/program/partners-file.ts';
import { type DoctorGround, startDoctorGround } from './doctor-ground.ts';
import { findingsOf, runDoctor } from './run-doctor.ts';

describe('npm run doctor: the partner organisations', () => {
  let ground: DoctorGround;
  let file: string;
  before(async () => {
    ground = await startDoctorGround();
    file = join(ground.dataDir, 'partners.json');
  });
  after(() => ground.close());

  async function found() {
    const findings = findingsOf(await runDoctor({ ...ground.env, PARTNERS_FILE: file }));
    return findings.filter(({ check }) => check === 'partners');
  }

  it('can be reached, each with its own client', async () => {
    await writePartnersFile(file, ground.url);
    const [finding, ...more] = await found();
    assert.equal(finding?.level, 'ok');
    assert.match(finding?.said ?? '', /Southridge Repairs can be reached/);
    assert.deepEqual(more, []);
  });

  it('are another organisation than registered, or turn the client away', async () => {
    await writePartnersFile(file, ground.url, { organisationId: '22222222-2222-4222-8222-222222222222' });
    assert.equal((await found())[0]?.code, 'handoff.organisation-mismatch');
    await writePartnersFile(file, ground.url, { clientSecret: 'wrong' });
    assert.equal((await found())[0]?.code, 'genesys.credentials-refused');
  });

  it('are written down wrongly', async () => {
    await writePartnersFile(file, ground.url, { queues: [], region: 'mars-1' });
    const [finding] = await found();
    assert.match(finding?.said ?? '', /PARTNERS_FILE is wrong about partner southridge: queues is empty/);
    await writeFile(file, 'nonsense');
    assert.match((await found())[0]?.said ?? '', /PARTNERS_FILE is no JSON/);
  });
});
