import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { codedError } from '../coded-error.ts';

const freshMs = 10 * 60_000;
/** Read ahead, so that a press need not wait for it. */
const readEveryMs = 5 * 60_000;
/** Longer than that, nobody decides on what was once read. */
const countsMs = 60 * 60_000;
/** Graph that does not answer is not asked again at every press. */
const askAgainMs = 30_000;
/** A press waits for it no longer than that: Teams gives up on an answer after a few seconds. */
const patienceMs = 1_000;

/** An owner of the supervisors’ team; what the directory does not show is null. */
export interface Owner {
  readonly aadObjectId: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** Who may decide by owning the team. */
export interface OwnerList {
  /** Empty also while it could not be read for an hour: `readAt` is null then, otherwise when what counts was read. */
  owners(): Promise<{ readonly owners: readonly Owner[]; readonly readAt: number | null }>;
  /** Reads them now and every five minutes; without it they are read when somebody asks. */
  start(): void;
  /** Reads no more; what is under way is left to itself. */
  stop(): void;
}

/**
 * The owners of a team, never older than ten minutes while Graph answers. While Graph does not answer, the last list counts, for at most an hour. That a new
 * owner shows in Graph within minutes is *unverified*.
 */
export function createOwnerList(parts: {
  read: () => Promise<readonly Owner[]>;
  clock: Clock;
  log: Logger;
}): OwnerList {
  const { read, clock, log } = parts;
  let known: { owners: readonly Owner[]; readAt: number } | null = null;
  let asking: Promise<void> | null = null;
  let askAt = 0;
  let cancel = () => {};

  async function ask(): Promise<void> {
    try {
      known = { owners: await read(), readAt: clock.now() };
      askAt = clock.now() + freshMs;
    } catch (cause) {
      askAt = clock.now() + askAgainMs;
      const { code: because } = codedError(cause, 'teams.directory-unreachable');
      log.warn(
        { code: 'teams.owners-unread', because, readAt: known?.readAt ?? null, err: cause },
        'who owns the supervisors’ team was not read',
      );
    }
  }

  function refresh(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  function turn(): void {
    cancel = clock.after(readEveryMs, turn);
    void refresh();
  }

  async function patiently(answer: Promise<void>): Promise<void> {
    let giveUp = () => {};
    const enough = new Promise<void>((resolve) => {
      giveUp = clock.after(patienceMs, resolve);
    });
    await Promise.race([answer, enough]);
    giveUp();
  }

  return {
    async owners() {
      if (clock.now() >= askAt) await patiently(refresh());
      if (known === null || clock.now() - known.readAt > countsMs) return { owners: [], readAt: null };
      return known;
    },
    start: turn,
    stop: () => cancel(),
  };
}
