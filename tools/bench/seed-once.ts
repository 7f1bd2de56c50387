import { z } from 'zod';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { noBot } from '../program/no-bot.ts';

/** Starts one sandbox of the wanted size and tells how long it took and what it holds; run with --expose-gc. */
const scale = z
  .object({ agents: z.coerce.number(), conversations: z.coerce.number() })
  .parse({ agents: process.env.AGENTS, conversations: process.env.CONVERSATIONS });
const startedAt = performance.now();
const sandbox = await startSandbox({ port: 0, botEndpoint: noBot, scale });
const ms = performance.now() - startedAt;
globalThis.gc?.();
const { heapUsed, rss } = process.memoryUsage();
process.send?.({ ms, heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 });
process.on('disconnect', () => void sandbox.close());
