import type { RankGround } from '../../src/outreach/rank-sessions.ts';
import type { SessionEnd } from '../../src/sessions/session.ts';

/** A customer who may be written to. Times are epoch milliseconds. */
export interface CandidateView {
  readonly conversationId: string;
  readonly customerName: string | null;
  readonly queueName: string | null;
  readonly lastActivityAt: number;
  readonly endedAt: number | null;
  readonly endedBy: SessionEnd | null;
  readonly rank: RankGround;
  /** The message to begin with. */
  readonly draft: string;
}

/** Whom an agent may write to now, or why nobody. Times are epoch milliseconds. */
export interface CandidatesView {
  /** Goes with every press; the same for all buttons of one list. */
  readonly nonce: string;
  readonly at: number;
  readonly paused: boolean;
  readonly quietHours: boolean;
  /** Since when nothing was heard from the platform, milliseconds; null: the feed lives. */
  readonly silentForMs: number | null;
  /** Somebody else has to say yes before a message leaves. */
  readonly needsApproval: boolean;
  readonly best: readonly CandidateView[];
  readonly more: number;
  /** How many are left alone, by held-back reason. */
  readonly leftAlone: Readonly<Partial<Record<string, number>>>;
  /** What was just done, in words; null: nothing. */
  readonly said: string | null;
}
