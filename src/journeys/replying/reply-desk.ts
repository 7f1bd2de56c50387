import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { Store } from '../../store/store.ts';
import { createSweep } from '../../sweep.ts';
import type { AgentSignIn } from '../agents/agent-sign-in.ts';
import { createReplyToCustomer } from './reply-to-customer.ts';
import type { Replies } from './replying.ts';
import { createSettleReplies, type RepliesUnderWay } from './settle-replies.ts';

export interface ReplyDesk {
  readonly replies: Replies;
  /** Replies whose end is not known are settled from now on. */
  start(): void;
  stop(): Promise<void>;
}

/** Alone on a SQLite store nobody else can be sending; on PostgreSQL another instance may be, for as long as a request lasts. */
const abandonedAfterMs = { sqlite: 0, postgres: 30_000 } as const;

/** Agents' replies to customers, joined: sending them, and settling those whose answer was lost. */
export function createReplyDesk(parts: {
  store: Pick<Store, 'engine' | 'replies' | 'outreaches' | 'optOuts' | 'sessions'>;
  call: PlatformCall;
  signIns: Pick<AgentSignIn, 'callOf'>;
  hosts: readonly string[];
  changed: (outreachId: string) => void;
  clock: Clock;
  /** The platform's clock, epoch milliseconds. */
  platformNow: () => number;
  log: Logger;
}): ReplyDesk {
  const { store, call, signIns, hosts, changed, clock, platformNow, log } = parts;
  const underWay: RepliesUnderWay = new Map();
  const settle = createSettleReplies({
    replies: store.replies,
    call,
    underWay,
    abandonedAfterMs: abandonedAfterMs[store.engine],
    changed,
    now: platformNow,
    log,
  });
  const sweep = createSweep({ name: 'replies', everyMs: 1_000, work: settle, clock, log });
  return {
    replies: createReplyToCustomer({ store, call, signIns, hosts, underWay, changed, now: platformNow, log }),
    start: sweep.start,
    stop: sweep.stop,
  };
}
