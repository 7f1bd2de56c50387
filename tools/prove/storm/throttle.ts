import type { SandboxControl } from '../../program/sandbox-control.ts';

const platform = '^/api/v2/(conversations|analytics|users|notifications)';

/** 429s beyond those of the limit itself, with a Retry-After that can be obeyed, without, and with nonsense. */
const waits: readonly (readonly [retryAfter: number | string | null, count: number])[] = [
  [3, 12],
  [null, 4],
  [11, 6],
  ['soon', 3],
  [-5, 3],
  [0, 3],
  [1_000_000, 1],
];

/** Lets the platform and Teams throttle the program by chance from now on. */
export async function throttle(sandbox: SandboxControl, seed: string): Promise<void> {
  for (const [retryAfter, count] of waits) {
    const often = { count, share: 0.03, seed: `${seed}/${retryAfter}` };
    await sandbox.fault({ on: 'endpoint', path: platform, status: 429, retryAfter, ...often });
    await sandbox.fault({ on: 'teams', call: 'any', code: 'Throttled', retryAfter, ...often });
  }
}
