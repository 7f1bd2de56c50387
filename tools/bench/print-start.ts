import { measureStart } from './measure-start.ts';
import { percentile } from './percentile.ts';

/** Cold start and idle memory. */
export async function printStart(): Promise<Record<string, unknown>> {
  const start = await measureStart(5);
  const coldStart = {
    n: start.readyMs.length,
    p50Ms: Math.round(percentile(start.readyMs, 0.5)),
    maxMs: Math.round(Math.max(...start.readyMs)),
  };
  const idleMemory =
    start.idleRssMb.length === 0 ? null : { p50Mb: Math.round(percentile(start.idleRssMb, 0.5)) };
  console.log(
    `Cold start to /readyz 200, sandbox included: p50 ${coldStart.p50Ms} ms, longest ${coldStart.maxMs} ms`,
  );
  if (idleMemory !== null) console.log(`Idle memory of the bot process: ${idleMemory.p50Mb} MB`);
  return { coldStart, idleMemory };
}
