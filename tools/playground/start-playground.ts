import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../program/free-port.ts';
import { waitFor } from '../program/wait-for.ts';
import type { PlaygroundConfig } from './playground-config.ts';

export interface Playground {
  /** Its page, like `http://127.0.0.1:56150/`. */
  readonly url: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const preload = new URL('preload.ts', import.meta.url).href;
const entry = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));

/**
 * Starts the Microsoft 365 Agents Playground as a Teams client of one bot, on loopback alone, with no telemetry and no browser opened.
 * `port` 0 takes any free one; its configuration and log are kept in `directory`. Throws with the end of that log when it does not start.
 */
export async function startPlayground(options: {
  readonly config: PlaygroundConfig;
  /** Where the bot takes activities. */
  readonly endpoint: string;
  readonly port: number;
  readonly directory: string;
}): Promise<Playground> {
  const { config, endpoint, directory } = options;
  const port = options.port === 0 ? await freePort() : options.port;
  const configFile = join(directory, 'playground.yml');
  const logFile = join(directory, 'playground.log');
  // JSON is YAML.
  await writeFile(configFile, JSON.stringify(config));
  const child = spawn(
    process.execPath,
    [
      ...['--import', preload, entry, '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'],
      ...['--service-url', `http://127.0.0.1:${port}/_connector`],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the command alone, which ends it.
      detached: true,
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
        M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  try {
    await waitFor(async () => child.exitCode !== null || (await isServed(url)), {
      what: 'the Playground',
      deadlineMs: 30_000,
    });
    if (child.exitCode !== null) throw new Error(`the Playground ended with ${child.exitCode}`);
    // It takes another port when this one is taken, and then somebody else answered.
    if (!printed.includes(`Listening on ${port}\n`)) throw new Error(`port ${port} is taken`);
  } catch (cause) {
    child.kill('SIGKILL');
    // Why is told in its log file alone.
    const log = await readFile(logFile, 'utf8').catch(() => '');
    throw new Error(`${cause}\n${printed}\n${log.slice(-4000)}`, { cause });
  }
  return {
    url,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function isServed(url: string): Promise<boolean> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.ok;
}
