import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import type { WidgetTable, WidgetVisit } from '../../store/shapes/widget-table.ts';
import { createSweep, type Sweep } from '../../sweep.ts';
import type { GuestSignIns } from './guest-sign-ins.ts';

const everyMs = 60_000;
/** A conversation may still come of a visit that is over: somebody left the page open. */
const keptMs = 24 * 60 * 60_000;

/** Ends sign-ins the platform did not take back yet, and forgets visits that are long over. */
export function createWidgetUpkeep(parts: {
  table: WidgetTable;
  signIns: GuestSignIns;
  clock: Clock;
  log: Logger;
}): Sweep {
  const { table, signIns, clock, log } = parts;

  /** One that cannot be ended does not keep the others. */
  async function isEnded(visit: WidgetVisit): Promise<boolean> {
    try {
      await signIns.end(visit);
      return true;
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      log.warn({ code: cause.code, facts: cause.facts }, 'a sign-in is not ended on the platform yet');
      return false;
    }
  }

  return createSweep({
    name: 'widget-upkeep',
    everyMs,
    async work() {
      for (const visit of await table.revokedButSealed(20)) {
        if (await isEnded(visit)) await table.unseal(visit.id);
      }
      await table.prune(clock.now() - keptMs);
    },
    clock,
    log,
  });
}
