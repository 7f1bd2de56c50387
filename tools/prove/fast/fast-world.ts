import { fileURLToPath } from 'node:url';
import { freePort } from '../../program/free-port.ts';
import { type SandboxControl, sandboxControl } from '../../program/sandbox-control.ts';
import { sandboxEnv } from '../../program/sandbox-env.ts';
import { temporaryDirectory } from '../../program/temporary-directory.ts';
import { waitFor } from '../../program/wait-for.ts';
import { orderVariable, type PreloadOrder } from '../preload/preload-order.ts';
import { type FastClock, fastClock } from './fast-clock.ts';
import { type Child, startChild } from './start-child.ts';

/** The program and the sandbox, each a process of its own, on one time that may be faster than the computer's. */
export interface FastWorld {
  readonly clock: FastClock;
  readonly sandbox: SandboxControl;
  readonly sandboxChild: Child;
  readonly program: Child;
  /** Of the program's HTTP door. */
  readonly url: string;
  readonly dataDir: string;
  /** What the program was told. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface FastWorldWish {
  readonly times: number;
  readonly seed: string;
  readonly agents?: number;
  readonly conversations?: number;
  /** More for the program's environment, and for the sandbox's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly sandboxEnv?: Readonly<Record<string, string>>;
  /** What the preload shall do to the program. */
  readonly order?: PreloadOrder;
  /** Stands between the two: given the sandbox's address it gives the one the program is told. */
  readonly between?: (sandboxUrl: string) => Promise<string>;
}

const root = new URL('../../../', import.meta.url);
const file = (path: string) => fileURLToPath(new URL(path, root));

/** Starts both and waits until the program is ready. */
export async function startFastWorld(wish: FastWorldWish): Promise<FastWorld> {
  const { times, seed, agents, conversations, between } = wish;
  const from = Date.now();
  const clock = fastClock({ times, from });
  const [port, sandboxPort, directory] = await Promise.all([freePort(), freePort(), temporaryDirectory()]);
  const time = { PROVE_TIMES: String(times), PROVE_TIME_FROM: String(from) };
  const preload = times === 1 ? [] : ['--import', fileURLToPath(new URL('./fast-time.ts', import.meta.url))];
  const running: Child[] = [];
  const stop = async () => {
    for (const child of running.toReversed()) await child.stop();
    await directory.remove();
  };
  try {
    const sandboxChild = startChild(file('src/sandbox/index.ts'), {
      flags: preload,
      env: {
        ...time,
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_SEED: seed,
        SANDBOX_PACE: 'quick',
        BOT_ENDPOINT: `http://127.0.0.1:${port}/api/messages`,
        ...(agents === undefined ? {} : { SANDBOX_AGENTS: String(agents) }),
        ...(conversations === undefined ? {} : { SANDBOX_CONVERSATIONS: String(conversations) }),
        ...wish.sandboxEnv,
      },
    });
    running.push(sandboxChild);
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
    await upOrEnded(
      sandboxChild,
      'the sandbox',
      async () => (await fetch(`${sandboxUrl}/sandbox/v1/clock`)).ok,
    );
    const told = (await between?.(sandboxUrl)) ?? sandboxUrl;
    const env = {
      ...(await sandboxEnv(sandboxUrl)),
      GENESYS_API_URL: told,
      GENESYS_LOGIN_URL: told,
      PORT: String(port),
      DATA_DIR: directory.path,
      ...wish.env,
    };
    const program = startChild(file('bot/index.ts'), {
      flags: [...preload, '--import', file('tools/prove/preload/preload.ts')],
      env: {
        ...time,
        [orderVariable]: JSON.stringify(wish.order ?? {}),
        ...env,
      },
      cwd: directory.path,
    });
    running.push(program);
    const url = `http://127.0.0.1:${port}`;
    await upOrEnded(program, 'the program', async () => (await fetch(`${url}/readyz`)).ok);
    return {
      clock,
      sandbox: sandboxControl(sandboxUrl),
      sandboxChild,
      program,
      url,
      dataDir: directory.path,
      env,
      stop,
    };
  } catch (cause) {
    const said = running.map((child) => child.output().slice(-4_000)).join('\n');
    await stop();
    throw new Error(`${cause}\n${said}`, { cause });
  }
}

async function upOrEnded(child: Child, what: string, isUp: () => Promise<boolean>): Promise<void> {
  await waitFor(async () => child.process.exitCode !== null || (await isUp()), {
    what: `${what} to be up`,
    deadlineMs: 120_000,
  });
  if (child.process.exitCode !== null) throw new Error(`${what} ended with ${child.process.exitCode}`);
}
