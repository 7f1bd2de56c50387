import type { Agent, Org } from '../../org.ts';
import type { Sandbox } from '../../sandbox.ts';
import { setRouting } from './set-routing.ts';

/** An agent who interacted is idle again once nothing is left: no connected leg and no after-call work. */
export function freeAgent(sandbox: Sandbox, org: Org, agent: Agent): void {
  const busy = org.conversations
    .open()
    .some(({ participants }) =>
      participants.some(
        ({ userId, legs }) =>
          userId === agent.id &&
          legs.some(
            ({ state, wrapUp }) => state === 'connected' || (wrapUp !== undefined && wrapUp.to === undefined),
          ),
      ),
    );
  if (!busy && agent.routingStatus === 'INTERACTING') setRouting(sandbox, org, agent, 'IDLE');
}
