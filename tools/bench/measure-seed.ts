import { z } from 'zod';
import { startChild } from '../program/start-child.ts';

const told = z.object({ ms: z.number(), heapMb: z.number(), rssMb: z.number() });
export type SeedSample = z.output<typeof told>;

/** Seeds a sandbox of that size in a process of its own, so often: milliseconds until it listens, and memory afterwards. */
export async function measureSeed(
  { agents, conversations }: { readonly agents: number; readonly conversations: number },
  times: number,
): Promise<SeedSample[]> {
  const samples: SeedSample[] = [];
  for (let time = 0; time < times; time += 1) {
    const child = await startChild(new URL('./seed-once.ts', import.meta.url), told, {
      env: { AGENTS: String(agents), CONVERSATIONS: String(conversations) },
      flags: ['--expose-gc'],
    });
    samples.push(child.told);
    await child.stop();
  }
  return samples;
}
