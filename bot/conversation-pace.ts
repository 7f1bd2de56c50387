import type { Clock } from '../src/clock.ts';

/** Teams takes about 7 messages a second from a bot in one conversation (documentation, rate limits; an estimate of theirs). */
const gapMs = 150;

/** Hands out moments to call each conversation, so that one burst does not run into its rate limit. */
export interface ConversationPace {
  /** Waits for the conversation's next moment if it is near; otherwise gives how many milliseconds away it is. */
  turn(conversationId: string): Promise<'now' | number>;
  /** Nothing more to this conversation for so long: it said so. */
  rest(conversationId: string, ms: number): void;
}

export function createConversationPace(clock: Clock, patienceMs = 1_000): ConversationPace {
  const nextAt = new Map<string, number>();
  return {
    async turn(conversationId) {
      const at = Math.max(clock.now(), nextAt.get(conversationId) ?? 0);
      const wait = at - clock.now();
      if (wait > patienceMs) return wait;
      nextAt.set(conversationId, at + gapMs);
      if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve));
      return 'now';
    },
    rest(conversationId, ms) {
      nextAt.set(conversationId, Math.max(nextAt.get(conversationId) ?? 0, clock.now() + ms));
    },
  };
}
