import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { portIsFree } from './http/port-is-free.ts';
import { paces } from './paces.ts';
import { mostAgents, mostConversations } from './seed/scale.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3979),
  BOT_ENDPOINT: z.url().default('http://127.0.0.1:3978/api/messages'),
  SANDBOX_SEED: z.string().min(1).default('northwind'),
  /** How many agents and conversations there are in all; as many as are written unless more. */
  SANDBOX_AGENTS: z.coerce.number().int().min(1).max(mostAgents).optional(),
  SANDBOX_CONVERSATIONS: z.coerce.number().int().min(1).max(mostConversations).optional(),
  SANDBOX_KEEP: z.string().min(1).optional(),
  /** The platform's limit a token and minute; 0 for none. */
  SANDBOX_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(300),
  /** How long events and deliveries take: as on the platform, or no longer than they must. */
  SANDBOX_PACE: z.enum(['realistic', 'quick']).default('realistic'),
});

/** How long a stop waits for what is in hand. */
const cutOffMs = 5_000;

const read = environment.safeParse(process.env);
if (read.success) await run(read.data);
else {
  console.error(`The sandbox cannot start.\n${z.prettifyError(read.error)}`);
  process.exitCode = 1;
}

async function run(env: z.infer<typeof environment>): Promise<void> {
  const sandbox = await startPatiently(env);
  if (sandbox === undefined) return;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // What is still on its way to a bot that is gone keeps nobody waiting.
    setTimeout(() => process.exit(0), cutOffMs).unref();
    await sandbox.close();
    if (process.connected) process.disconnect();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  console.log(`Sandbox ready at ${sandbox.baseUrl}`);
  process.send?.({ type: 'ready', baseUrl: sandbox.baseUrl });
}

/** A predecessor may still be closing: a taken port is waited for, three seconds long, before anything is made. */
async function startPatiently(env: z.infer<typeof environment>): Promise<RunningSandbox | undefined> {
  const deadline = Date.now() + 3000;
  let told = false;
  while (!(await portIsFree(env.SANDBOX_PORT))) {
    if (Date.now() > deadline) {
      console.error(
        `Port ${env.SANDBOX_PORT} is taken. Stop the other program or set SANDBOX_PORT to a free one.`,
      );
      process.exitCode = 1;
      return undefined;
    }
    if (!told) console.error(`Port ${env.SANDBOX_PORT} is taken; waiting for it.`);
    told = true;
    await wait(100);
  }
  return startSandbox({
    port: env.SANDBOX_PORT,
    seed: env.SANDBOX_SEED,
    scale: { agents: env.SANDBOX_AGENTS, conversations: env.SANDBOX_CONVERSATIONS },
    botEndpoint: env.BOT_ENDPOINT,
    keepIn: env.SANDBOX_KEEP,
    log: (line) => console.error(line),
    settings: { requestsPerMinute: env.SANDBOX_REQUESTS_PER_MINUTE, ...paces[env.SANDBOX_PACE] },
  });
}
