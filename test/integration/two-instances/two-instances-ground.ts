import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

export interface TwoInstances {
  readonly sandbox: RunningSandbox;
  /** Started first; Teams speaks with this one. */
  readonly one: Program;
  readonly other: Program;
  readonly scene: Scene;
  /** From now on Teams delivers to this one, as a load balancer might. */
  teamsSpeaksWith(program: Pick<Program, 'url'>): Promise<void>;
  /** Ends the other (kill -9) and starts it anew, which lasts as long as it cannot reach what it needs; where it listens meanwhile. */
  startOtherAnew(): Promise<{ readonly url: string; readonly ready: Promise<Program> }>;
  stop(): Promise<void>;
}

/** Two real programs on one PostgreSQL and one sandbox. `between`: what happens after the first is ready and before the second starts. */
export async function twoInstances(options: {
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly before?: (sandbox: RunningSandbox) => void;
  readonly between?: (sandbox: RunningSandbox) => void;
}): Promise<TwoInstances> {
  const ports = [await freePort(), await freePort()] as const;
  const endpoint = (port: number) => `http://127.0.0.1:${port}/api/messages`;
  const directory = await temporaryDirectory();
  const sandbox = await startSandbox({ port: 0, botEndpoint: endpoint(ports[0]) });
  options.before?.(sandbox);
  const env = {
    ...(await sandboxEnv(sandbox.baseUrl)),
    // Everybody, so that agents may do what a supervisor may in the chat where their card is.
    SUPERVISORS: ['sam.porter@northwind.example', ...emailsIn(sandbox)].join(','),
    DATABASE_URL: options.databaseUrl,
    LOG_LEVEL: 'info',
    ...options.env,
  };
  const programs: Program[] = [];
  const starting: Promise<Program>[] = [];
  const start = async (port: number): Promise<Program> => {
    const program = await startProgram({
      dataDir: join(directory.path, String(port)),
      port,
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env,
    });
    programs.push(program);
    return program;
  };
  async function stop(): Promise<void> {
    // Whatever still starts is let start, and only then ended.
    await fetch(`${sandbox.baseUrl}/sandbox/v1/faults`, { method: 'DELETE' });
    await Promise.allSettled(starting);
    await Promise.all(programs.map((program) => program.stop()));
    await sandbox.close();
    await directory.remove();
  }
  try {
    const one = await start(ports[0]);
    options.between?.(sandbox);
    const other = await start(ports[1]);
    return {
      sandbox,
      one,
      other,
      scene: await sceneOf(one),
      async teamsSpeaksWith({ url }) {
        const told = await fetch(`${sandbox.baseUrl}/sandbox/v1/teams/bot`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ endpoint: `${url}/api/messages` }),
        });
        if (!told.ok) throw new Error(`Teams was not told: ${told.status}`);
      },
      async startOtherAnew() {
        await other.kill();
        const ready = start(ports[1]);
        starting.push(ready);
        await waitFor(
          () =>
            fetch(`${other.url}/healthz`).then(
              ({ ok }) => ok,
              () => undefined,
            ),
          {
            what: 'the other to listen',
            deadlineMs: 20_000,
          },
        );
        return { url: other.url, ready };
      },
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function emailsIn({ world }: RunningSandbox): string[] {
  const [org] = [...world.orgs.values()];
  return [...(org?.agents.values() ?? [])].map(({ email }) => email);
}
