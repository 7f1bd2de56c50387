import type { Clock } from '../../src/clock.ts';

/** Until Teams has surely put an answer in the pressed card's place. */
const answerSettlesMs = 1_000;

export interface CardFreeze {
  /**
   * The press is answered. `replaced`: by a card that took this one's place; it then stays frozen until that has settled. `late`: it
   * tells who pressed that they came too late, and is left for them to read.
   */
  thaw(replaced: boolean, late?: boolean): void;
}

/**
 * The cards to leave alone while a pressed button is being answered, because the answer takes the card's place. A card whose
 * answer did is to be shown anew afterwards: Teams may give the answer to the presser alone.
 */
export interface CardFreezes {
  freeze(outreachId: string, conversationId: string): CardFreeze;
  isFrozen(outreachId: string, conversationId: string): boolean;
  isToShowAnew(outreachId: string, conversationId: string): boolean;
  /** Whether it was to be shown anew; no longer is. */
  takeShowAnew(outreachId: string, conversationId: string): boolean;
  showAnew(outreachId: string, conversationId: string): void;
  /** Answers on their way no longer thaw anything. */
  stop(): void;
}

/** `thawed` is told the outreach whenever one of its freezes has ended. */
export function createCardFreezes(clock: Clock, thawed: (outreachId: string) => void): CardFreezes {
  const frozen = new Map<string, number>();
  const anew = new Set<string>();
  const settling = new Set<() => void>();

  function freeze(outreachId: string, conversationId: string): CardFreeze {
    const key = keyOf(outreachId, conversationId);
    frozen.set(key, (frozen.get(key) ?? 0) + 1);
    function end(anewAfter: boolean): void {
      const left = (frozen.get(key) ?? 1) - 1;
      if (left > 0) frozen.set(key, left);
      else frozen.delete(key);
      if (anewAfter) anew.add(key);
      thawed(outreachId);
    }
    return {
      thaw(replaced, late = false) {
        if (!replaced) return end(false);
        const cancel = clock.after(answerSettlesMs, () => {
          settling.delete(cancel);
          end(!late);
        });
        settling.add(cancel);
      },
    };
  }

  return {
    freeze,
    isFrozen: (outreachId, conversationId) => frozen.has(keyOf(outreachId, conversationId)),
    isToShowAnew: (outreachId, conversationId) => anew.has(keyOf(outreachId, conversationId)),
    takeShowAnew: (outreachId, conversationId) => anew.delete(keyOf(outreachId, conversationId)),
    showAnew: (outreachId, conversationId) => void anew.add(keyOf(outreachId, conversationId)),
    stop() {
      for (const cancel of settling) cancel();
      settling.clear();
    },
  };
}

function keyOf(outreachId: string, conversationId: string): string {
  return `${outreachId} ${conversationId}`;
}
