import { waitFor } from '../../tools/program/wait-for.ts';
import { stopPostgres } from './postgres.ts';

/**
 * What a test must not leave behind, by Node's own names. Sockets (the global fetch keeps them a few seconds) and timers
 * (a program started for a whole suite has its own) must be gone when the run is over.
 */
const watched = ['TCPServerWrap', 'ProcessWrap', 'PipeWrap'];

let before = new Map<string, number>();

/** Root hooks of every mocha run: nothing opened in a test may outlive it, nothing at all the run. */
export const mochaHooks = {
  beforeEach() {
    before = openNow();
  },
  async afterEach() {
    await waitFor(() => leaks(before).length === 0, {
      what: 'the test to close what it opened',
      deadlineMs: 3_000,
    }).catch(() => {
      throw new Error(`left open: ${leaks(before).join(', ')}`);
    });
  },
  async afterAll() {
    await stopPostgres();
    // A run that closed everything ends by itself; one that did not is ended here, loudly.
    setTimeout(() => {
      console.error(`The run did not end. Still open: ${process.getActiveResourcesInfo().join(', ')}`);
      process.exit(1);
    }, 10_000).unref();
  },
};

function openNow(): Map<string, number> {
  const open = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) open.set(kind, (open.get(kind) ?? 0) + 1);
  return open;
}

function leaks(than: ReadonlyMap<string, number>): string[] {
  const now = openNow();
  return watched.flatMap((kind) => {
    const more = (now.get(kind) ?? 0) - (than.get(kind) ?? 0);
    return more > 0 ? [`${more} × ${kind}`] : [];
  });
}
