import type { Agent } from '../world/agent.ts';
import type { Org } from '../world/org.ts';
import type { Queue } from '../world/queue.ts';

/** Who serves a queue while a world is seeded. */
export interface Staff {
  /** Everybody, or who is talking to customers: a conversation that goes on is with somebody who does. */
  of(queue: Queue, who: 'all' | 'talking'): readonly Agent[];
}

/** The agents of the organisation by queue, looked up once a queue. */
export function createStaff({ agents }: Pick<Org, 'agents'>): Staff {
  const known = new Map<string, { readonly all: readonly Agent[]; readonly talking: readonly Agent[] }>();
  return {
    of(queue, who) {
      let members = known.get(queue.id);
      if (members === undefined) {
        const all = queue.memberIds.flatMap((id) => agents.get(id) ?? []);
        members = { all, talking: all.filter(({ routingStatus }) => routingStatus === 'INTERACTING') };
        known.set(queue.id, members);
      }
      return members[who];
    },
  };
}
