import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open-store.ts';
import { startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { type DoctorGround, startDoctorGround } from './doctor-ground.ts';
import { findingsOf, namesOf, runDoctor } from './run-doctor.ts';

describe('npm run doctor: what is wrong in its own house', () => {
  let ground: DoctorGround;
  before(async () => {
    ground = await startDoctorGround();
  });
  after(() => ground.close());

  it('every variable at once, with its fix, and nothing else', async () => {
    const run = await runDoctor({
      ...ground.env,
      PORT: 'http',
      GENESYS_API_URL: 'https://api.mypurecloud.ie',
      GENESYS_LOGIN_URL: 'https://login.mypurecloud.de',
    });
    assert.equal(run.exitCode, 1);
    const findings = findingsOf(run);
    assert.deepEqual(namesOf(findings, 'problem'), ['config config.invalid', 'config config.invalid']);
    assert.match(
      findings.map(({ said }) => said).join(' '),
      /PORT is not.*GENESYS_LOGIN_URL is a host of another/,
    );
    assert.equal(findings.length, 2);
  });

  it('a data directory that cannot be made', async () => {
    const file = join(ground.dataDir, 'a-file');
    await writeFile(file, '');
    const run = await runDoctor({ ...ground.env, DATA_DIR: join(file, 'data') });
    assert.equal(run.exitCode, 1);
    const [problem, ...more] = namesOf(findingsOf(run), 'problem');
    assert.match(problem ?? '', /^store store\./);
    assert.deepEqual(more, []);
  });

  it('a full disk', async () => {
    // SQLite itself then says that there is no room for a table.
    const noRoom = `
      import { DatabaseSync } from 'node:sqlite';
      const { exec } = DatabaseSync.prototype;
      DatabaseSync.prototype.exec = function (sql) {
        if (sql.startsWith('create table')) exec.call(this, 'pragma max_page_count = 1');
        return exec.call(this, sql);
      };`;
    const preload = `data:text/javascript,${encodeURIComponent(noRoom)}`;
    const run = await runDoctor({ ...ground.env, NODE_OPTIONS: `--import=${preload}` });
    assert.equal(run.exitCode, 1);
    assert.deepEqual(namesOf(findingsOf(run), 'problem'), ['store store.full']);
  });

  it('a database that does not answer, whose password it does not print', async () => {
    const run = await runDoctor({
      ...ground.env,
      DATABASE_URL: 'postgres://reachback:hunter3@127.0.0.1:9/x',
    });
    assert.equal(run.exitCode, 1);
    const [problem, ...more] = namesOf(findingsOf(run), 'problem');
    assert.match(problem ?? '', /^store store\./);
    assert.deepEqual(more, []);
    assert.doesNotMatch(run.output, /hunter3/);
  });

  it('a data directory in use is no problem: it says that it is', async () => {
    const store = await openStore({ databaseUrl: null, dataDir: ground.dataDir });
    try {
      const run = await runDoctor(ground.env);
      assert.equal(run.exitCode, 0);
      assert.match(run.output, /in use by a running Reachback/);
    } finally {
      await store.close();
    }
  });

  it('a ledger of a newer version', async () => {
    const { path, remove } = await temporaryDirectory();
    const { openSqlite } = await import('../../../src/store/open-sqlite.ts');
    const { database, unlock } = openSqlite(path);
    database.exec(
      "create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('9999-later', '')",
    );
    database.close();
    unlock();
    const run = await runDoctor({ ...ground.env, DATA_DIR: path });
    assert.deepEqual(namesOf(findingsOf(run), 'problem'), ['store store.row-invalid']);
    await remove();
  });

  it('a place that is emptied is a warning here, where nothing real is kept', async () => {
    const findings = findingsOf(await runDoctor(ground.env));
    const disk = findings.find(({ check, level }) => check === 'disk' && level !== 'ok');
    assert.equal(disk?.level, 'warning');
    assert.match(disk?.next ?? '', /DATA_DIR/);
  });

  it('a port that another program has', async () => {
    const other = createServer((_request, response) => response.end('something else'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const run = await runDoctor({ ...ground.env, PORT: String(listeningPort(other)) });
      assert.deepEqual(namesOf(findingsOf(run), 'problem'), ['endpoint start.port-taken']);
    } finally {
      other.closeAllConnections();
      await new Promise<void>((resolve) => other.close(() => resolve()));
    }
  });

  it('nobody to approve what waits for approval', async () => {
    const run = await runDoctor({ ...ground.env, SUPERVISORS: '', OUTREACH_MODE: 'supervisor' });
    assert.deepEqual(namesOf(findingsOf(run), 'problem'), ['supervisors']);
  });

  it('says of itself that it failed', async () => {
    const run = await runDoctor(ground.env, ['--jsno']);
    assert.equal(run.exitCode, 2);
    assert.match(run.errors, /doctor itself failed/);
  });
});

describe('npm run doctor: without any variable', () => {
  it('examines a sandbox of its own beside the running program, and finds it well', async () => {
    const { path, remove } = await temporaryDirectory();
    const program = await startProgram({ dataDir: path });
    try {
      const startedAt = performance.now();
      const env = { DATA_DIR: path, PORT: new URL(program.url).port, SANDBOX_PACE: 'quick' };
      const [run, words] = await Promise.all([runDoctor(env), runDoctor(env, [])]);
      assert.ok(performance.now() - startedAt < 15_000);
      assert.equal(run.exitCode, 0, run.output);
      assert.match(run.output, /is running on port \d+ and ready/);
      assert.match(run.output, /in use by a running Reachback/);
      assert.match(words.output, /No GENESYS variable is set/);
      assert.ok(!words.output.includes(new URL(program.sandbox.baseUrl).host));
    } finally {
      await program.stop();
      await remove();
    }
  });
});
