import { once } from 'node:events';
import { z } from 'zod';
import { startChild } from '../../program/start-child.ts';
import { waitFor } from '../../program/wait-for.ts';

const counted = z.object({ count: z.number() });
const heard = z.object({ received: z.array(z.tuple([z.string(), z.array(z.number())])) });

export interface Listener {
  /** Waits until so many presence frames have arrived, or none more do for two seconds. Gives when, by agent, and begins anew. */
  take(count: number): Promise<ReadonlyMap<string, readonly number[]>>;
  stop(): Promise<void>;
}

/** A process that holds a WebSocket to each of these addresses. */
export async function startListener(uris: readonly string[]): Promise<Listener> {
  const { child, stop } = await startChild(new URL('./listener.ts', import.meta.url), z.literal('ready'), {
    env: { LISTENER: JSON.stringify({ uris }) },
  });
  const ask = async <Schema extends z.ZodType>(wish: string, answer: Schema): Promise<z.output<Schema>> => {
    child.send(wish);
    const [message] = await once(child, 'message');
    return answer.parse(message);
  };
  return {
    async take(count) {
      let last = -1;
      let since = Date.now();
      await waitFor(
        async () => {
          const now = (await ask('count', counted)).count;
          if (now > last) since = Date.now();
          last = now;
          return now >= count || Date.now() - since > 2_000;
        },
        { what: 'the frames to arrive', deadlineMs: 60_000 },
      );
      return new Map((await ask('report', heard)).received);
    },
    stop,
  };
}
