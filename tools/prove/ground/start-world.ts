import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../program/free-port.ts';
import { type SandboxControl, sandboxControl } from '../../program/sandbox-control.ts';
import { sandboxEnv } from '../../program/sandbox-env.ts';
import { startChild } from '../../program/start-child.ts';

/** A sandbox in a process of its own, which outlives the program's, with a place for the program's data. */
export interface World {
  readonly name: string;
  readonly sandbox: SandboxControl;
  /** Where the program listens, life after life. */
  readonly port: number;
  /** Everything of this world: the data, what the program printed, and the record when something went wrong. */
  readonly directory: string;
  /** The environment of a program that works here. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends the sandbox; the directory is removed unless `keep`. */
  end(keep: boolean): Promise<void>;
}

const ready = z.object({ baseUrl: z.string() });

/** Starts a world of this seed; `conversations` is how many the customers had before (a third may be written to). */
export async function startWorld(options: {
  name: string;
  seed: string;
  conversations: number;
  env?: Readonly<Record<string, string>>;
}): Promise<World> {
  const { name, seed, conversations, env = {} } = options;
  const port = await freePort();
  const sandbox = await startChild(new URL('../../../src/sandbox/index.ts', import.meta.url), ready, {
    env: {
      SANDBOX_PORT: '0',
      SANDBOX_SEED: seed,
      SANDBOX_CONVERSATIONS: String(conversations),
      SANDBOX_PACE: 'quick',
      SANDBOX_REQUESTS_PER_MINUTE: '0',
      BOT_ENDPOINT: `http://127.0.0.1:${port}/api/messages`,
    },
  });
  const { baseUrl } = sandbox.told;
  const control = sandboxControl(baseUrl);
  const supervisors = (await control.state()).teams.users.filter(({ role }) => role === 'supervisor');
  const directory = await mkdtemp(join(tmpdir(), `reachback-prove-${name}-`));
  return {
    name,
    sandbox: control,
    port,
    directory,
    env: {
      ...(await sandboxEnv(baseUrl)),
      SUPERVISORS: supervisors.map(({ email }) => email).join(','),
      PORT: String(port),
      DATA_DIR: join(directory, 'data'),
      LOG_LEVEL: 'info',
      ...env,
    },
    async end(keep) {
      await sandbox.stop();
      if (!keep) await rm(directory, { recursive: true, force: true });
    },
  };
}
