import type { Logger } from 'pino';
import { z } from 'zod';
import type { SettingTable } from '../store/store.ts';
import type { PauseScope, Pauses } from './journeys.ts';

const stored = z.object({ by: z.string(), since: z.number() });

/** Pauses, kept in the store: a restart does not end one. The log says who paused and who resumed. */
export function createPauses(parts: { settings: SettingTable; now: () => number; log: Logger }): Pauses {
  const { settings, now, log } = parts;
  const key = (scope: PauseScope): string => `pause:${scope}`;
  return {
    async pause(scope, by) {
      await settings.put(key(scope), JSON.stringify({ by, since: now() }));
      log.info({ scope, by }, 'outreach was paused');
    },
    async resume(scope, by) {
      const paused = (await settings.get(key(scope))) !== null;
      await settings.remove(key(scope));
      if (paused) log.info({ scope, by }, 'outreach was resumed');
      return paused;
    },
    holds: (agentId) => settings.hasAny([key('all'), key(agentId)]),
    async get(scope) {
      const value = await settings.get(key(scope));
      if (value === null) return null;
      return stored.parse(JSON.parse(value));
    },
  };
}
