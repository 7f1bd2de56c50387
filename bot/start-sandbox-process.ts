import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GenesysConfig } from '../src/config/config.ts';
import { Secret } from '../src/config/secret.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';

export interface SandboxProcess {
  readonly baseUrl: string;
  /** The seeded organisation's credentials and hosts. */
  readonly genesys: GenesysConfig;
  readonly supervisors: readonly string[];
  /** Tells the stand-in for Teams where the bot listens. */
  registerBot(endpoint: string): Promise<void>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 15_000;

const program = fileURLToPath(new URL('../src/sandbox/index.ts', import.meta.url));
const ready = z.object({ type: z.literal('ready'), baseUrl: z.url() });
const state = z.object({
  orgs: z.array(z.object({ clientId: z.string(), clientSecret: z.string() })).min(1),
  teams: z.object({ users: z.array(z.object({ email: z.string(), role: z.string() })) }),
});

/** What the sandbox reads for itself, handed on as it is set. */
const ownVariables = [
  'SANDBOX_PACE',
  'SANDBOX_AGENTS',
  'SANDBOX_CONVERSATIONS',
  'SANDBOX_REQUESTS_PER_MINUTE',
];

/** Starts the sandbox as a program of its own; its world is kept in the data directory. Throws `start.sandbox-failed`. */
export async function startSandboxProcess(options: {
  port: number;
  dataDir: string;
  /** Where the bot will listen, as far as that is known yet. */
  botPort: number;
}): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches the bot alone, which stops the sandbox last.
    detached: true,
    env: {
      // No more than it needs: the bot's credentials are none of its business.
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      SANDBOX_PORT: String(options.port),
      BOT_ENDPOINT: `http://127.0.0.1:${options.botPort}/api/messages`,
      SANDBOX_KEEP: join(options.dataDir, 'sandbox.json'),
      ...Object.fromEntries(ownVariables.flatMap(setVariable)),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const baseUrl = await readyAt(child);
    const seen = state.parse(await (await fetch(`${baseUrl}/sandbox/v1/state`)).json());
    const [org] = seen.orgs;
    if (org === undefined) throw new TypeError('the sandbox has no organisation');
    return {
      baseUrl,
      genesys: {
        apiUrl: baseUrl,
        loginUrl: baseUrl,
        clientId: org.clientId,
        clientSecret: new Secret(org.clientSecret),
      },
      supervisors: seen.teams.users.filter(({ role }) => role === 'supervisor').map(({ email }) => email),
      async registerBot(endpoint) {
        const { ok, status } = await fetch(`${baseUrl}/sandbox/v1/teams/bot`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ endpoint }),
        });
        if (!ok) throw new ReachbackError('start.sandbox-failed', { facts: { status } });
      },
      ended,
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  } catch (cause) {
    child.kill('SIGKILL');
    throw new ReachbackError('start.sandbox-failed', { cause });
  }
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    AbortSignal.timeout(patienceMs).addEventListener('abort', () =>
      reject(new Error('it did not get ready in time')),
    );
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    child.once('error', reject);
    child.on('message', (message) => {
      const seen = ready.safeParse(message);
      if (seen.success) resolve(seen.data.baseUrl);
    });
  });
}

function setVariable(name: string): [string, string][] {
  const value = process.env[name];
  return value === undefined ? [] : [[name, value]];
}
