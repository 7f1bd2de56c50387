import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../fast/start-child.ts';
import { takeOut } from '../ground/take-out.ts';
import { orderVariable, type PreloadOrder } from '../preload/preload-order.ts';
import { type BridgeOrder, bridgeOrderVariable } from './bridge-order.ts';

const program = fileURLToPath(new URL('./bridge-program.ts', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.ts', import.meta.url));

/** The program of this suite, life after life on the same data. */
export interface BridgeLife {
  /** With the step it ends itself at, by SIGKILL. */
  start(killAt?: PreloadOrder['killAt']): Promise<void>;
  /** kill -9, unless it has ended so. */
  kill(): Promise<void>;
  isOver(): boolean;
  /** What the lives printed. */
  output(): string;
  kills(): number;
  post(path: string, body: string): Promise<boolean>;
}

/** `time`: what makes its clock the sandbox's; `without`: the protection that is taken out. */
export function bridgeLife(
  order: BridgeOrder,
  time: { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> },
  without: string | null,
): BridgeLife {
  let child: Child | null = null;
  let kills = 0;
  let printed = '';
  const url = `http://127.0.0.1:${order.port}`;
  const killIt = () => void child?.process.kill('SIGKILL');
  process.on('exit', killIt);

  async function answers(path: string, body?: string): Promise<boolean> {
    try {
      const response = await fetch(
        `${url}${path}`,
        body === undefined ? { method: 'GET' } : { method: 'POST', body },
      );
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  return {
    async start(killAt) {
      const started = startChild(program, {
        flags: [...time.flags, '--import', preload],
        env: {
          ...time.env,
          [orderVariable]: JSON.stringify({ ...takeOut(without), killAt } satisfies PreloadOrder),
          [bridgeOrderVariable]: JSON.stringify(order),
        },
        tell: (text) => {
          printed = (printed + text).slice(-200_000);
        },
      });
      child = started;
      const deadline = Date.now() + 30_000;
      while (!(await answers('/readyz'))) {
        // It may have come to its step already.
        if (started.process.signalCode === 'SIGKILL') return;
        if (started.process.exitCode !== null || Date.now() > deadline)
          throw new Error(`the bridge did not start:\n${printed.slice(-4_000)}`);
        await pause(25);
      }
    },
    async kill() {
      kills += 1;
      child?.process.kill('SIGKILL');
      await child?.ended;
    },
    isOver: () => (child?.process.signalCode ?? child?.process.exitCode ?? null) !== null,
    output: () => printed,
    kills: () => kills,
    post: (path, body) => answers(path, body),
  };
}
