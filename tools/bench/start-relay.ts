import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts the bare relay as a process of its own; resolves when its socket is open. */
export async function startRelay(settings: {
  apiUrl: string;
  clientId: string;
  clientSecret: string;
  userIds: readonly string[];
}): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./relay.ts', import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, RELAY: JSON.stringify(settings) },
  });
  await once(child, 'message');
  return {
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
