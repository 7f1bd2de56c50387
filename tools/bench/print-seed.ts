import { measureSeed } from './measure-seed.ts';
import { percentile } from './percentile.ts';

const size = { agents: 10_000, conversations: 200_000 };

/** How long the large sandbox takes to be there, and what it holds. */
export async function printSeed(): Promise<Record<string, unknown>> {
  const samples = await measureSeed(size, 3);
  const times = samples.map(({ ms }) => ms);
  const seed = {
    ...size,
    n: samples.length,
    p50Ms: Math.round(percentile(times, 0.5)),
    maxMs: Math.round(Math.max(...times)),
    heapMb: Math.round(Math.max(...samples.map(({ heapMb }) => heapMb))),
  };
  console.log(
    `Sandbox of ${size.agents} agents and ${size.conversations} conversations: listens after p50 ${seed.p50Ms} ms, longest ${seed.maxMs} ms; heap ${seed.heapMb} MB`,
  );
  return { seed };
}
