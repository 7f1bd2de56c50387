import type { Agent } from '../../world/agent.ts';
import type { Org } from '../../world/org.ts';

/** The agent talks to a customer or is in after-call work. */
export function isBusy({ conversations }: Org, { id }: Agent): boolean {
  return conversations
    .openOfAgent(id)
    .some(({ participants }) =>
      participants.some(
        ({ userId, legs }) =>
          userId === id &&
          legs.some(
            ({ state, wrapUp }) => state === 'connected' || (wrapUp !== undefined && wrapUp.to === undefined),
          ),
      ),
    );
}
