import type { PostedCard } from './posted-card.ts';

/** A card of an outreach somewhere in Teams. */
export interface CardRow extends PostedCard {
  readonly outreachId: string;
  /** The activity id of the card this one took the place of; null: none. There is one replacement at most. */
  readonly replaces: string | null;
}

export interface CardTable {
  of(outreachId: string): Promise<CardRow[]>;
  put(row: CardRow): Promise<void>;
  /**
   * Puts off the next try of it until then (epoch milliseconds) and writes its row where there is none: false where somebody wrote it
   * since it was read as `row`.
   */
  claim(row: CardRow, until: number): Promise<boolean>;
  /**
   * Ids of the outreaches changed since then that have no card yet, or one behind the ledger where the bot is installed; latest
   * change first, so that those nobody can be shown do not keep the others waiting.
   */
  outreachesBehind(changedSince: number, limit: number): Promise<string[]>;
}
