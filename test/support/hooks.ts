import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../tools/program/wait-for.ts';
import { closeIdleConnections } from './close-idle-connections.ts';
import { stopPostgres } from './postgres.ts';

// What tests load, here and in the programs they start, is translated once: it halves each start.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `reachback-test-compiled-${process.versions.node}`);
enableCompileCache(process.env.NODE_COMPILE_CACHE);

/** What a test must not leave behind, by Node's own names. */
const ofATest = ['TCPServerWrap', 'ProcessWrap', 'PipeWrap'];
/** What a file of tests must not: a program started for a whole suite has its timers until the suite is over. */
const ofAFile = [...ofATest, 'Timeout'];

let before = new Map<string, number>();
let atFirst = new Map<string, number>();

/**
 * Root hooks of every mocha run: nothing opened in a test may outlive it, nothing of a file the file. Sockets, which clients keep
 * for some seconds, must be gone at the end of a run in one process (`npx mocha --no-parallel`).
 */
export const mochaHooks = {
  async beforeAll() {
    // Behind a turn of the loop mocha's own timer of an asynchronous hook runs, as it does when this is looked at again.
    await Promise.resolve();
    atFirst = openNow();
  },
  beforeEach() {
    before = openNow();
  },
  async afterEach() {
    await closed(ofATest, before, 'the test', 3_000);
  },
  async afterAll() {
    await stopPostgres();
    await closeIdleConnections();
    await closed(ofAFile, atFirst, 'the tests', 5_000);
    if (process.env.MOCHA_WORKER_ID !== undefined) return;
    // A run that closed everything ends by itself; one that did not is ended here, loudly.
    setTimeout(() => {
      console.error(`The run did not end. Still open: ${process.getActiveResourcesInfo().join(', ')}`);
      process.exit(1);
    }, 10_000).unref();
  },
};

async function closed(
  kinds: readonly string[],
  than: ReadonlyMap<string, number>,
  who: string,
  deadlineMs: number,
) {
  await waitFor(() => leaks(kinds, than).length === 0, {
    what: `${who} to close what was opened`,
    deadlineMs,
  }).catch(() => {
    throw new Error(`left open: ${leaks(kinds, than).join(', ')}`);
  });
}

function openNow(): Map<string, number> {
  const open = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) open.set(kind, (open.get(kind) ?? 0) + 1);
  return open;
}

function leaks(kinds: readonly string[], than: ReadonlyMap<string, number>): string[] {
  const now = openNow();
  return kinds.flatMap((kind) => {
    const more = (now.get(kind) ?? 0) - (than.get(kind) ?? 0);
    return more > 0 ? [`${more} × ${kind}`] : [];
  });
}
