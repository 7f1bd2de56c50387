import { liveLeg } from '../../world/leg.ts';
import type { Scene } from './scene.ts';

/** The conversation has ended once nobody is on it and nobody wraps up: that moment, `at`, is its end, not the leg's. */
export function settleEnd(
  { sandbox, org, conversation }: Pick<Scene, 'sandbox' | 'org' | 'conversation'>,
  at = sandbox.now(),
): void {
  const over = conversation.participants.every(
    (participant) =>
      liveLeg(participant).state === 'disconnected' &&
      participant.legs.every(({ wrapUp }) => wrapUp === undefined || wrapUp.to !== undefined),
  );
  if (over && conversation.endedAt === undefined) org.conversations.end(conversation, at);
  sandbox.changed();
}
