import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { variables } from '../../src/config/variables.ts';
import { freePort } from './free-port.ts';
import { type SandboxControl, sandboxControl } from './sandbox-control.ts';
import { waitFor } from './wait-for.ts';

export interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  readonly sandbox: SandboxControl;
  /** Everything it has printed so far. */
  output(): string;
  /** From the spawn to the first 200 of /readyz, milliseconds. */
  readonly readyAfterMs: number;
  /** Ends it the polite way and gives the exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Set, to nothing: what a `.env` here says is of an organisation this is not about. */
const unset = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));

const entry = fileURLToPath(new URL('../../bot/index.ts', import.meta.url));

interface Wanted {
  readonly dataDir: string;
  readonly port?: number;
  readonly sandboxPort?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Another process may take a free port before the program does. */
const mostTries = 3;

/** Starts the whole program as a process of its own, as `npm start` does, and waits until it is ready. */
export async function startProgram(wanted: Wanted): Promise<Program> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(wanted);
    } catch (cause) {
      const mayDo = wanted.port === undefined && wanted.sandboxPort === undefined && tries < mostTries;
      if (!mayDo || !String(cause).includes('start.port-taken')) throw cause;
    }
  }
}

async function startOnce(options: Wanted): Promise<Program> {
  const port = options.port ?? (await freePort());
  const sandboxPort = options.sandboxPort ?? (await freePort());
  const startedAt = performance.now();
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...unset,
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: options.dataDir,
      SANDBOX_PACE: 'quick',
      ...options.env,
    },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitFor(async () => child.exitCode !== null || (await statusOf(`${url}/readyz`)) === 200, {
      what: 'the program to be ready',
      deadlineMs: 30_000,
    });
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`${cause}\n${printed.join('')}`, { cause });
  }
  return {
    child,
    url,
    sandbox: sandboxControl(`http://127.0.0.1:${sandboxPort}`),
    output: () => printed.join(''),
    readyAfterMs: performance.now() - startedAt,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function statusOf(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
