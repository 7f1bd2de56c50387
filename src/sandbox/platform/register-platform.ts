import type { FastifyInstance } from 'fastify';
import type { GuestWindows } from '../guest/guest-windows.ts';
import type { Channels } from '../notifications/channels.ts';
import type { Sandbox } from '../sandbox.ts';

export interface PlatformParts {
  readonly sandbox: Sandbox;
  readonly channels: Channels;
  readonly guests: GuestWindows;
  readonly log: (line: string) => void;
}

/** Genesys Cloud's own paths. */
export function registerPlatform(app: FastifyInstance, { sandbox }: PlatformParts): void {
  app.get('/api/v2/sandbox-up', () => ({ seed: sandbox.world.seed }));
}
