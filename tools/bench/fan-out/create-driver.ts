export interface Driven {
  /** By agent, when each change was asked for; milliseconds of the machine's monotonic clock. */
  readonly asked: ReadonlyMap<string, readonly number[]>;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Driver {
  /** So many changes: so many a second, or each request after the answer to the one before when undefined. */
  drive(changes: number, perSecond?: number): Promise<Driven>;
}

const batchSize = 40;

/** The machine's monotonic clock, the same in every process; milliseconds. */
const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Changes presences by requests to `url`, forty in each: of these agents by turns, each between Available and Busy. */
export function createDriver(url: string, agentIds: readonly string[]): Driver {
  let made = 0;
  const nextChange = (): { id: string; presence: 'Available' | 'Busy' } => {
    const id = agentIds[made % agentIds.length] ?? '';
    const presence = Math.floor(made / agentIds.length) % 2 === 0 ? 'Available' : 'Busy';
    made += 1;
    return { id, presence };
  };
  return {
    async drive(changes, perSecond) {
      const asked = new Map<string, number[]>();
      const post = async (): Promise<void> => {
        const batch = Array.from({ length: batchSize }, nextChange);
        const body = JSON.stringify(batch);
        const at = machineMs();
        for (const { id } of batch) {
          const times = asked.get(id);
          if (times === undefined) asked.set(id, [at]);
          else times.push(at);
        }
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(url, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
        await answer.arrayBuffer();
      };
      const startedAt = machineMs();
      const requests = Math.ceil(changes / batchSize);
      const running: Promise<void>[] = [];
      for (let index = 0; index < requests; index += 1) {
        if (perSecond === undefined) await post();
        else {
          // At its time, whether the ones before are answered or not.
          const early = startedAt + (index * batchSize * 1000) / perSecond - machineMs();
          if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
          running.push(post());
        }
      }
      await Promise.all(running);
      return { asked, startedAt, endedAt: machineMs() };
    },
  };
}
