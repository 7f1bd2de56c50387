import type { AgentReply, ReplyCardRow } from '../../src/store/shapes/reply-table.ts';
import type { Store } from '../../src/store/store.ts';
import { claimCardIn } from './claim-card-in.ts';

/** Replies and their cards in memory, by the rules of the real table. */
export function memoryReplies(): Store['replies'] & {
  readonly sent: Map<string, AgentReply>;
  readonly cards: Map<string, ReplyCardRow>;
} {
  const sent = new Map<string, AgentReply>();
  const cards = new Map<string, ReplyCardRow>();
  const open = (reply: AgentReply) => reply.state === 'sending' || reply.state === 'unknown';
  const of = (outreachId: string) => [...sent.values()].filter((reply) => reply.outreachId === outreachId);
  return {
    sent,
    cards,
    async add(reply) {
      if (sent.has(reply.eventId)) return 'counted';
      if (of(reply.outreachId).some(open)) return 'one-under-way';
      sent.set(reply.eventId, reply);
      return 'added';
    },
    async settle(from, patch) {
      if (sent.get(from.eventId)?.version !== from.version) return null;
      const settled = { ...from, ...patch, version: from.version + 1 };
      sent.set(from.eventId, settled);
      return settled;
    },
    ofEvent: async (eventId) => sent.get(eventId) ?? null,
    of: async (outreachId) => of(outreachId),
    unsettled: async () => [...sent.values()].filter(open),
    card: async (outreachId) => cards.get(outreachId) ?? null,
    putCard: async (row) => void cards.set(row.outreachId, row),
    claimCard: async (row, until) => claimCardIn(cards, row.outreachId, row, until),
    outreachesBehind: async () => [],
    shownOf: async () =>
      [...cards.values()].filter(({ activityId }) => activityId !== null).map(({ outreachId }) => outreachId),
  };
}
