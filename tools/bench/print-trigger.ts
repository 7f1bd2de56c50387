import { measureTrigger } from './measure-trigger.ts';
import { hundredths, summary } from './summary.ts';

/** From a presence frame to the send request, beside a bare relay. */
export async function printTrigger(rounds: number): Promise<Record<string, unknown>> {
  const trigger = await measureTrigger(rounds);
  const bot = summary(trigger.bot);
  const relay = summary(trigger.relay);
  const ratioP50 = hundredths(bot.p50Ms / relay.p50Ms);
  console.log(
    `Presence frame → send request, one event a second (${bot.n} samples; bare relay in the same run)`,
  );
  console.log(`  bot    p50 ${bot.p50Ms} ms   p99 ${bot.p99Ms} ms`);
  console.log(`  relay  p50 ${relay.p50Ms} ms   p99 ${relay.p99Ms} ms`);
  console.log(`  ratio  p50 ${ratioP50}`);
  return { presenceToSend: { bot, relay, ratioP50, silent: trigger.silent } };
}
