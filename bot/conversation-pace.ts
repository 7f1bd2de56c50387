import type { Clock } from '../src/clock.ts';
import { wait } from '../src/wait.ts';

/** Teams takes about 7 messages a second from a bot in one conversation (documentation, rate limits; an estimate of theirs). */
const gapMs = 150;
const patienceMs = 1_000;

/** Hands out moments to call each conversation, so that one burst does not run into its rate limit. */
export interface ConversationPace {
  /** Waits for the conversation's next moment if it is near, until `cut`; otherwise gives how many milliseconds away it is. */
  turn(conversationId: string, cut: AbortSignal): Promise<'now' | number>;
  /** Nothing more to this conversation for so long: it said so. */
  rest(conversationId: string, ms: number): void;
}

export function createConversationPace(clock: Clock): ConversationPace {
  const nextAt = new Map<string, number>();
  return {
    async turn(conversationId, cut) {
      const now = clock.now();
      const at = Math.max(now, nextAt.get(conversationId) ?? 0);
      if (at - now > patienceMs) return at - now;
      nextAt.set(conversationId, at + gapMs);
      if (at > now) await wait(clock, at - now, cut);
      return 'now';
    },
    rest(conversationId, ms) {
      nextAt.set(conversationId, Math.max(nextAt.get(conversationId) ?? 0, clock.now() + ms));
    },
  };
}
