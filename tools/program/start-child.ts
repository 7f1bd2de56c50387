import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export interface Child<Told> {
  readonly child: ChildProcess;
  /** Its first message. */
  readonly told: Told;
  /** Lets go of it and waits for its end. */
  stop(): Promise<void>;
}

/** Starts a program of its own and waits for its first message. Throws when it ends before. */
export async function startChild<Schema extends z.ZodType>(
  program: URL,
  firstMessage: Schema,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly flags?: readonly string[];
    /** Sent to it first; too much for the environment. */
    readonly input?: NonNullable<Parameters<ChildProcess['send']>[0]>;
  } = {},
): Promise<Child<z.output<Schema>>> {
  const child = spawn(process.execPath, [...(options.flags ?? []), fileURLToPath(program)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...options.env,
    },
  });
  const ended = once(child, 'exit');
  if (options.input !== undefined) child.send(options.input);
  const [message] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`${program.pathname} ended with ${code}`);
    }),
  ]);
  return {
    child,
    told: firstMessage.parse(message),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
