import { type FanOutSamples, measurePresenceFanOut } from './measure-presence-fan-out.ts';
import { hundredths, summary } from './summary.ts';

const perSecond = 2_000;
const seconds = 8;

/** Presence changes out to notification sockets, beside a bare relay. */
export async function printFanOut(): Promise<Record<string, unknown>> {
  const samples = await measurePresenceFanOut(perSecond, seconds);
  const sandbox = resultOf(samples.sandbox);
  const relay = resultOf(samples.relay);
  const ratioP50 = hundredths(sandbox.p50Ms / relay.p50Ms);
  console.log(
    `Presence changes of 10,000 agents → frames on ten sockets, ${perSecond} a second for ${seconds} s (bare relay in the same run)`,
  );
  print('sandbox', sandbox);
  print('relay  ', relay);
  console.log(`  ratio   p50 ${ratioP50}`);
  return { presenceFanOut: { sandbox, relay, ratioP50 } };
}

function resultOf({ paced, processorShare, unpaced }: FanOutSamples) {
  const { p50Ms, p99Ms } = summary(paced.latencies);
  return {
    changes: paced.changes,
    frames: paced.frames,
    lost: paced.lost + unpaced.lost,
    unasked: paced.unasked + unpaced.unasked,
    perSecond: Math.round(paced.perSecond),
    p50Ms,
    p99Ms,
    processorPercent: processorShare === null ? null : Math.round(processorShare * 100),
    mostPerSecond: Math.round(unpaced.perSecond),
  };
}

function print(name: string, side: ReturnType<typeof resultOf>): void {
  const processor = side.processorPercent === null ? '' : `   ${side.processorPercent} % of one processor`;
  console.log(
    `  ${name} ${side.changes} changes, ${side.frames} frames, lost ${side.lost}; ${side.perSecond}/s; p50 ${side.p50Ms} ms   p99 ${side.p99Ms} ms${processor}; unpaced ${side.mostPerSecond}/s`,
  );
}
