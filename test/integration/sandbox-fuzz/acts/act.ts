import type { Conversation, Participant } from '../../../../src/sandbox/world/conversation.ts';
import type { Customer } from '../../../../src/sandbox/world/customer.ts';
import { type Leg, liveLeg } from '../../../../src/sandbox/world/leg.ts';
import type { Play } from './play.ts';

/** Something somebody does; what it is done to is picked from the world as it is by then. */
export type Act = (play: Play, pick: Pick) => Promise<unknown>;

/** The choices of one step, always the same for the same numbers. */
export interface Pick {
  /** 0 up to `below`. */
  nat(below: number): number;
  of<T>(list: Iterable<T>): T;
  /** True once in so many. */
  oneIn(many: number): boolean;
}

/** Thrown by an act that finds nothing to act on. */
export class NothingToDo extends Error {}

export function createPick(numbers: readonly number[]): Pick {
  let turn = 0;
  const nat = (below: number): number => {
    const drawn = numbers[turn % numbers.length] ?? 0;
    turn += 1;
    return drawn % below;
  };
  return {
    nat,
    of(list) {
      const all = [...list];
      const found = all[nat(Math.max(1, all.length))];
      if (found === undefined) throw new NothingToDo();
      return found;
    },
    oneIn: (many) => nat(many) === 0,
  };
}

/** A few customers of one deployment and all who came later: on these the acts meet. */
export function someCustomer({ org }: Play, pick: Pick): Customer {
  const all = [...org.customers.values()];
  return pick.of([...all.slice(0, 5), ...all.slice(-3)]);
}

/** Mostly one that goes on, and one of few. */
export function someConversation(play: Play, pick: Pick): Conversation {
  const { org } = play;
  if (pick.oneIn(8)) return pick.of(org.conversations.values());
  if (pick.oneIn(2)) {
    const own = org.conversations.ofCustomer(someCustomer(play, pick).id).at(-1);
    if (own !== undefined) return own;
  }
  return pick.of(org.conversations.open().slice(-6));
}

/** A leg of an agent in one of these states, with whom and what it belongs to. */
export function someAgentLeg(
  { org }: Play,
  pick: Pick,
  states: readonly Leg['state'][],
): { conversation: Conversation; participant: Participant; leg: Leg; agentId: string } {
  return pick.of(
    org.conversations.open().flatMap((conversation) =>
      conversation.participants.flatMap((participant) => {
        const leg = liveLeg(participant);
        const agentId = participant.userId;
        return agentId !== undefined && states.includes(leg.state)
          ? [{ conversation, participant, leg, agentId }]
          : [];
      }),
    ),
  );
}
