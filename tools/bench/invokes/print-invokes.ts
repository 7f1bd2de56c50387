import { hundredths, summary } from '../summary.ts';
import { measureInvokes } from './measure-invokes.ts';

const perSecond = 50;
const seconds = 20;

/** How long a press waits for its answer at a steady rate, beside a bare server. */
export async function printInvokes(): Promise<Record<string, unknown>> {
  const { bot: times, bare: bareTimes, failed } = await measureInvokes(perSecond, seconds);
  const [bot, bare] = [summary(times), summary(bareTimes)];
  const ratioP50 = hundredths(bot.p50Ms / bare.p50Ms);
  console.log(
    `Press of a card’s button → answer, ${perSecond} a second (${bot.n} presses, ${failed} failed; bare server in the same run)`,
  );
  console.log(`  bot    p50 ${bot.p50Ms} ms   p99 ${bot.p99Ms} ms`);
  console.log(`  bare   p50 ${bare.p50Ms} ms   p99 ${bare.p99Ms} ms`);
  console.log(`  ratio  p50 ${ratioP50}`);
  return { invokes: { perSecond, bot, bare, ratioP50, failed } };
}
