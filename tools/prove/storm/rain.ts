import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { StormWorld } from './storm-world.ts';

/** An agent became available; when, as two moments it lies between (epoch milliseconds of the fast time). */
export interface Coming {
  readonly agentId: string;
  readonly after: number;
  readonly before: number;
}

/** At most so many change in one request. */
const batch = 50;
/** Who comes and goes within ten seconds is let go on purpose; this is more. */
const breathMs = 15_000;

/** Lets agents become available and leave, wave after wave, until there were so many changes; those of the last wave stay. */
export async function rain(
  { world, agents, set }: StormWorld,
  events: number,
  chance: Chance,
): Promise<Coming[]> {
  const { clock } = world;
  const comings: Coming[] = [];
  const ids = agents.map(({ id }) => id);
  const away = chance.pick(['Meal', 'Busy', 'Break']);
  for (let made = 0; made < events; ) {
    const shuffled = chance.shuffled(ids);
    const leave = made + 2 * ids.length <= events;
    for (const presence of leave ? ['Available', away] : ['Available']) {
      for (let from = 0; from < shuffled.length && made < events; from += batch) {
        const some = shuffled.slice(from, Math.min(from + batch, from + events - made));
        const after = clock.now();
        await set(some, presence);
        const before = clock.now();
        if (presence === 'Available') comings.push(...some.map((agentId) => ({ agentId, after, before })));
        made += some.length;
      }
      await wait(clock.real(breathMs));
    }
    if (!leave) break;
  }
  return comings;
}
