import type { Logger } from 'pino';
import { z } from 'zod';
import type { SettingTable } from '../../store/shapes/setting-table.ts';
import type { Pause, PauseScope, Pauses } from '../journeys.ts';

/** Those written by earlier versions have no end. */
const stored = z.object({ by: z.string(), since: z.number(), until: z.number().nullable().default(null) });

/** Pauses, kept in the store: a restart does not end one, its hour does. The log says who paused and who resumed. */
export function createPauses(parts: {
  settings: Pick<SettingTable, 'among' | 'get' | 'put' | 'remove'>;
  now: () => number;
  log: Logger;
}): Pauses {
  const { settings, now, log } = parts;
  const key = (scope: PauseScope): string => `pause:${scope}`;
  const isOver = (until: number | null): boolean => until !== null && until <= now();

  /** What cannot be read holds: it was a pause once. */
  function holds(value: string): boolean {
    const read = stored.safeParse(parsed(value));
    return !(read.success && isOver(read.data.until));
  }

  async function get(scope: PauseScope): Promise<Pause | null> {
    const value = await settings.get(key(scope));
    if (value === null) return null;
    const read = stored.safeParse(parsed(value));
    if (read.success) return isOver(read.data.until) ? null : read.data;
    const facts = { table: 'setting', id: key(scope) };
    log.error(
      { code: 'store.row-invalid', facts, err: read.error },
      'a pause could not be read; it holds until somebody ends it',
    );
    return { by: null, since: null, until: null };
  }

  return {
    async pause(scope, by, until = null) {
      await settings.put(key(scope), JSON.stringify({ by, since: now(), until }));
      log.info({ scope, by, until }, 'outreach was paused');
    },
    async resume(scope, by) {
      const value = await settings.get(key(scope));
      const paused = value !== null && holds(value);
      await settings.remove(key(scope));
      if (paused) log.info({ scope, by }, 'outreach was resumed');
      return paused;
    },
    async holds(agentId) {
      return [...(await settings.among([key('all'), key(agentId)])).values()].some(holds);
    },
    get,
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
