import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../support/wait-for.ts';
import { freePort } from './free-port.ts';

export interface RunningProgram {
  /** Where the control room is. */
  readonly controlRoom: string;
  /** All it wrote so far, for the report of a failed test. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the product as `npm start` does, with its sandbox, on free ports and in a directory of its own. */
export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const dataDir = await mkdtemp(join(tmpdir(), 'reachback-e2e-'));
  const child = spawn(process.execPath, ['bot/index.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: dataDir,
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await waitFor(() => child.exitCode !== null || isReady(port), {
      what: 'the program',
      deadlineMs: 30_000,
    });
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
  } catch (cause) {
    await stop();
    throw new Error(`the program did not get ready; it wrote:\n${output}`, { cause });
  }
  return { controlRoom: `http://127.0.0.1:${sandboxPort}/`, output: () => output, stop };
}

async function isReady(port: number): Promise<boolean> {
  const { status } = await fetch(`http://127.0.0.1:${port}/readyz`);
  return status === 200;
}

/** Asks it to stop, and waits until it did. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}
