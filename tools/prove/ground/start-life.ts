import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { orderVariable, type PreloadOrder } from '../preload/preload-order.ts';
import type { World } from './start-world.ts';

/** One life of the program: from its start to its end, by itself or by SIGKILL. */
export interface Life {
  readonly child: ChildProcess;
  readonly startedAt: number;
  /** Resolves when it is gone, with the signal that ended it or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  isOver(): boolean;
  /** Resolves when /readyz says 200; with false when it ended before, or did not in 30 s. */
  ready(): Promise<boolean>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
  /** Ends it the polite way. */
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const preload = new URL('../preload/preload.ts', import.meta.url).href;

const longestStartMs = 30_000;

/** What is translated once need not be again: it halves a start. */
const compileCache = join(tmpdir(), `reachback-prove-compiled-${process.versions.node}`);

/** Starts the program as it is in a world, with what the preload shall do to it. What it prints is kept in the world's directory. */
export function startLife(
  { env, directory, port }: Pick<World, 'env' | 'directory' | 'port'>,
  order: PreloadOrder = {},
): Life {
  const log = openSync(join(directory, 'program.log'), 'a');
  const child = spawn(process.execPath, ['--import', preload, 'bot/index.ts'], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compileCache,
      [orderVariable]: JSON.stringify(order),
      ...env,
    },
  });
  closeSync(log);
  const startedAt = Date.now();
  // A harness that is stopped leaves no program behind.
  const killIt = () => void child.kill('SIGKILL');
  process.once('exit', killIt);
  let over = false;
  const ended = once(child, 'exit').then(() => {
    over = true;
    process.off('exit', killIt);
    return child.signalCode ?? child.exitCode;
  });
  const ready = becomesReady();
  async function becomesReady(): Promise<boolean> {
    while (!over && Date.now() - startedAt < longestStartMs) {
      if (await saysReady(port)) return true;
      await pause(25);
    }
    return false;
  }
  return {
    child,
    startedAt,
    ended,
    isOver: () => over,
    ready: () => ready,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function saysReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
