import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GenesysConfig, SignInConfig } from '../src/config/config.ts';
import { Secret } from '../src/config/secret.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';
import type { Partner } from '../src/journeys/hand-off/partner.ts';
import { sandboxPartner } from './hand-off/sandbox-partner.ts';
import { signedInPath } from './signed-in-path.ts';

export interface SandboxProcess {
  readonly baseUrl: string;
  /** The seeded organisation's credentials and hosts. */
  readonly genesys: GenesysConfig;
  readonly supervisors: readonly string[];
  /** Where a widget's guests write. */
  readonly widget: { readonly deploymentId: string; readonly messagingUrl: string };
  /** A client for agents to sign in through, who come back to this address of ours. */
  signInClient(publicUrl: string): Promise<SignInConfig>;
  /** The second organisation as a partner whose answers come to this address of ours. */
  partners(publicUrl: string): Promise<readonly Partner[]>;
  /** Tells the stand-in for Teams where the bot listens. */
  registerBot(endpoint: string): Promise<void>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 15_000;

const program = fileURLToPath(new URL('../src/sandbox/index.ts', import.meta.url));
const client = z.object({ id: z.string(), secret: z.string() });
const ready = z.object({ type: z.literal('ready'), baseUrl: z.url() });
const state = z.object({
  orgs: z
    .array(
      z.object({
        id: z.string(),
        clientId: z.string(),
        clientSecret: z.string(),
        deployments: z.array(z.object({ id: z.string() })).min(1),
      }),
    )
    .min(1),
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
      widget: {
        deploymentId: org.deployments[0]?.id ?? '',
        messagingUrl: `${baseUrl.replace(/^http/, 'ws')}/v1`,
      },
      supervisors: seen.teams.users.filter(({ role }) => role === 'supervisor').map(({ email }) => email),
      async signInClient(publicUrl) {
        const redirectUris = [`${publicUrl}${signedInPath}`];
        const told = await post(`${baseUrl}/sandbox/v1/orgs/${org.id}/clients`, {
          name: 'Sign-in',
          redirectUris,
        });
        const { id, secret } = client.parse(await told.json());
        return { clientId: id, clientSecret: new Secret(secret), publicUrl };
      },
      async partners(publicUrl) {
        const partner = await sandboxPartner(baseUrl, publicUrl).catch((cause: unknown) => {
          throw new ReachbackError('start.sandbox-failed', { cause });
        });
        return partner === null ? [] : [partner];
      },
      async registerBot(endpoint) {
        await post(`${baseUrl}/sandbox/v1/teams/bot`, { endpoint });
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

async function post(url: string, body: unknown): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new ReachbackError('start.sandbox-failed', { facts: { status: answer.status } });
  return answer;
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
