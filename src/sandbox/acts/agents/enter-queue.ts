import type { Queue } from '../../world/queue.ts';
import type { Scene } from '../conversation/scene.ts';

/** The customer waits in a queue: one more `acd` participant. Nothing happens without a queue. */
export function enterQueue(
  { sandbox, org, conversation }: Pick<Scene, 'sandbox' | 'org' | 'conversation'>,
  queue: Queue | undefined,
): void {
  if (queue === undefined) return;
  org.conversations.addParticipant(conversation, {
    id: sandbox.newId(),
    purpose: 'acd',
    name: queue.name,
    queueId: queue.id,
    legs: [{ communicationId: sandbox.newId(), state: 'connected', connectedAt: sandbox.now() }],
  });
}
