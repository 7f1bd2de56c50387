import type { SandboxControl } from '../../program/sandbox-control.ts';

const platform = '^/api/v2/(conversations|analytics|users|notifications)';

/** 429s beyond those of the limit itself, with a Retry-After that can be obeyed, without, and with nonsense. */
const waits: readonly (readonly [retryAfter: number | string | null, count: number])[] = [
  [8, 8],
  [null, 4],
  [20, 4],
  ['soon', 3],
  [-5, 3],
  [0, 3],
  [1_000_000, 1],
];

/** What a personal chat of Teams asks for each time; only the channel talks nonsense. */
export const chatRestSeconds = 20;

/** Lets the platform and Teams throttle the program by chance from now on. */
export async function throttle(sandbox: SandboxControl, seed: string): Promise<void> {
  const often = (what: unknown, count: number, share: number) => ({ count, share, seed: `${seed}/${what}` });
  for (const [retryAfter, count] of waits)
    await sandbox.fault({
      on: 'endpoint',
      path: platform,
      status: 429,
      retryAfter,
      ...often(retryAfter, count, 0.03),
    });
  for (const { id, kind } of (await sandbox.state()).teams.conversations) {
    const nonsense = [null, 'soon', 1_000_000];
    for (const retryAfter of kind === 'channel' ? nonsense : [chatRestSeconds])
      for (const call of ['send', 'update'])
        await sandbox.fault({
          on: 'teams',
          conversationId: id,
          call,
          code: 'Throttled',
          retryAfter,
          ...often(`${id}/${call}/${retryAfter}`, 1, 0.1),
        });
  }
}
