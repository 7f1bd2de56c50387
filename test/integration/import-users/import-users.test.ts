import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { sandboxControl } from '../../../tools/program/sandbox-control.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';

const tool = 'tools/import-users/index.ts';

describe('importing users into the sandbox', function () {
  this.timeout(60_000);
  let sandbox: RunningSandbox;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

  beforeEach(async () => {
    directory = await temporaryDirectory();
    sandbox = await startSandbox({ port: 0, botEndpoint: noBot, settings: { requestsPerMinute: 0 } });
  });

  afterEach(async () => {
    await sandbox.close();
    await directory.remove();
  });

  const path = () => join(directory.path, 'users.ndjson');
  const rows = (users: readonly unknown[]) => users.map((user) => `${JSON.stringify(user)}\n`).join('');
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      externalId: `cust-${index}`,
      profile: {
        givenName: `Ann ${index}`,
        surname: 'Example',
        email: `ann${index}@example.com`,
        phone: '+442079460018',
      },
    }));

  function start(...args: string[]) {
    const child = spawn(process.execPath, [tool, path(), '--rate', '1000000', '--json', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: join(directory.path, 'data'),
        SANDBOX_PORT: new URL(sandbox.baseUrl).port,
      },
    });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => printed.push(text));
    const ended = once(child, 'close').then(([code]: unknown[]) => {
      const text = printed.join('');
      const report = text.split('\n').findLast((line) => line.startsWith('{'));
      return { code, text, report: report === undefined ? null : JSON.parse(report) };
    });
    return { child, ended };
  }

  /** The ids of each contact the importer may have made, as the platform has them. */
  async function contactsMade(): Promise<string[]> {
    const requests = await sandboxControl(sandbox.baseUrl).requests();
    return requests.flatMap(({ method, path: asked, requestBody, status }) =>
      method === 'POST' && asked.endsWith('/externalcontacts/contacts') && status === 200
        ? [JSON.stringify(requestBody)]
        : [],
    );
  }

  it('makes each user a contact with their ids, name, e-mail and phone, and finds them the next time', async () => {
    await writeFile(path(), rows(people(20)));
    const first = await start().ended;
    assert.equal(first.code, 0, first.text);
    assert.deepEqual([first.report.created, first.report.matched], [20, 0]);
    const made = (await contactsMade()).find((body) => body.includes('cust-0'));
    const { externalIds, ...fields } = JSON.parse(made ?? '');
    assert.deepEqual(fields, {
      firstName: 'Ann',
      lastName: '0 Example',
      personalEmail: 'ann0@example.com',
      cellPhone: { e164: '+442079460018' },
    });
    assert.deepEqual(
      externalIds.map(({ value }: { value: string }) => value),
      ['cust-0'],
    );
    assert.match((await start().ended).text, /imported before/);
    const again = await start('--anew').ended;
    assert.deepEqual([again.report.created, again.report.matched], [0, 20]);
    assert.equal((await contactsMade()).length, 20);
  });

  it('says in a dry run what is bad and how long it would take, and asks the platform nothing', async () => {
    await writeFile(path(), `${rows(people(2_850))}nonsense\n`);
    const { code, report, text } = await start('--dry-run', '--rate', '300').ended;
    assert.equal(code, 3, text);
    assert.match(text, /line 2851: it is no JSON/);
    assert.match(text, /^2,850 users with 2,850 ids, 1 bad row\.$/m);
    assert.match(
      text,
      /^2,850 requests if all have a contact, 5,700 if none has: 10 min to 20 min at 300 a minute/m,
    );
    assert.deepEqual([report.users, report.report.bad], [2_850, 1]);
    assert.deepEqual(await sandboxControl(sandbox.baseUrl).requests(), []);
  });

  it('goes on after kill -9 and after Ctrl-C, and nobody gets a second contact', async () => {
    await writeFile(path(), rows(people(600)));
    for (const [signal, until] of [
      ['SIGKILL', 100],
      ['SIGINT', 300],
    ] as const) {
      const { child, ended } = start();
      await waitFor(async () => (await contactsMade()).length >= until, {
        what: 'some contacts',
        deadlineMs: 30_000,
      });
      child.kill(signal);
      const { code, report } = await ended;
      assert.equal(code, signal === 'SIGINT' ? 130 : null);
      if (signal === 'SIGINT') assert.equal(report.done, false);
    }
    const { code, report, text } = await start().ended;
    assert.equal(code, 0, text);
    assert.match(text, /Goes on at line \d+\./);
    assert.deepEqual([report.rows, report.created + report.matched], [600, 600]);
    const made = await contactsMade();
    assert.deepEqual([made.length, new Set(made).size], [600, 600]);
  });

  it('looks a lost answer up instead of asking again', async () => {
    await writeFile(path(), rows(people(30)));
    const { fault } = sandboxControl(sandbox.baseUrl);
    const created = '/api/v2/externalcontacts/contacts$';
    await fault({ method: 'POST', path: created, count: 3, when: 'after', reset: true });
    await fault({ method: 'POST', path: created, count: 2, when: 'before', status: 503 });
    const { code, report, text } = await start().ended;
    assert.equal(code, 0, text);
    assert.equal(report.created + report.matched, 30);
    const state = await Promise.all(people(30).map(({ externalId }) => ownersOf(externalId)));
    assert.deepEqual(new Set(state), new Set([1]));
  });

  async function ownersOf(value: string): Promise<number> {
    const [org] = [...sandbox.world.orgs.values()];
    const owners = [...(org?.contacts.values() ?? [])].filter(({ externalIds }) =>
      externalIds.some((each) => each.value === value),
    );
    return owners.length;
  }

  it('reports what conflicts and what is bad, and keeps those rows to be mended', async () => {
    const users = [
      { userId: 'a', externalId: 'crm-a' },
      { userId: 'b', externalId: 'crm-b' },
      { userId: 'a', externalId: 'crm-b' },
      { userId: 'c', email: 'none' },
    ];
    await writeFile(path(), `${rows(users)}nonsense\n`);
    const { code, report, text } = await start().ended;
    assert.equal(code, 3, text);
    assert.deepEqual([report.created, report.conflicting, report.bad], [2, 1, 2]);
    assert.equal(
      await readFile(join(directory.path, 'users.rejected.ndjson'), 'utf8'),
      `${rows(users.slice(2))}nonsense\n`,
    );
    assert.equal(
      await readFile(join(directory.path, 'users.rejected.txt'), 'utf8'),
      'line 3: conflicting: widget.two-people\nline 4: bad: email is no e-mail address\nline 5: bad: it is no JSON\n',
    );
  });

  it('stops at what every further user would meet, and says how to go on', async () => {
    await writeFile(path(), rows(people(10)));
    const { fault } = sandboxControl(sandbox.baseUrl);
    await fault({ method: 'POST', path: '/api/v2/externalcontacts/contacts$', count: 1_000, status: 403 });
    const { code, text } = await start().ended;
    assert.equal(code, 1, text);
    assert.match(text, /run it again to go on/);
    assert.equal((await start('--user-id', 'nonsense').ended).code, 2);
  });
});
