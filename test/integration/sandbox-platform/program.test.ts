import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { waitFor } from '../../../tools/program/wait-for.ts';

const program = new URL('../../../src/sandbox/index.ts', import.meta.url);

interface Run {
  readonly child: ChildProcess;
  output(): string;
  /** The base URL the program told its parent. */
  readonly ready: Promise<string>;
  readonly exit: Promise<number | null>;
}

function run(env: Record<string, string>): Run {
  const child = fork(program, {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      BOT_ENDPOINT: 'http://127.0.0.1:9/',
      ...env,
    },
    silent: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      if (typeof message === 'object' && message !== null && 'baseUrl' in message)
        resolve(String(message.baseUrl));
    });
    child.once('exit', () => reject(new Error(`the sandbox ended: ${output}`)));
  });
  ready.catch(() => {});
  return { child, output: () => output, ready, exit };
}

describe('the sandbox as a program', () => {
  const running: Run[] = [];
  afterEach(async () => {
    for (const { child, exit } of running.splice(0)) {
      child.kill('SIGKILL');
      await exit;
    }
  });

  function start(env: Record<string, string>): Run {
    const started = run(env);
    running.push(started);
    return started;
  }

  it('says one line and tells its parent where it is, and goes when the parent lets go', async () => {
    const { child, ready, exit, output } = start({ SANDBOX_PORT: '0' });
    const url = await ready;
    assert.equal((await fetch(`${url}/sandbox/v1/state`)).status, 200);
    child.disconnect();
    assert.equal(await exit, 0);
    assert.equal(output(), `Sandbox ready at ${url}\n`);
  });

  it('ends cleanly on SIGTERM', async () => {
    const { child, ready, exit } = start({ SANDBOX_PORT: '0' });
    await ready;
    child.kill('SIGTERM');
    assert.equal(await exit, 0);
  });

  it('waits for a predecessor that is closing', async () => {
    const { port, close } = await takeSomePort();
    const { ready, output } = start({ SANDBOX_PORT: String(port) });
    await waitFor(() => output().includes('waiting'), { what: 'the program to find its port taken' });
    await close();
    assert.equal(await ready, `http://127.0.0.1:${port}`);
  });

  it('gives up on a port that stays taken, and says what to do', async () => {
    const { port, close } = await takeSomePort();
    try {
      const { exit, output } = start({ SANDBOX_PORT: String(port) });
      assert.equal(await exit, 1);
      assert.match(output(), /is taken\. Stop the other program or set SANDBOX_PORT/);
    } finally {
      await close();
    }
  });

  it('names every wrong variable at once', async () => {
    const { exit, output } = start({ SANDBOX_PORT: 'x', BOT_ENDPOINT: 'nowhere' });
    assert.equal(await exit, 1);
    assert.match(output(), /SANDBOX_PORT/);
    assert.match(output(), /BOT_ENDPOINT/);
  });
});

/** Somebody else on a port. */
async function takeSomePort(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
