import type { Message } from '../../../../src/sandbox/world/conversation.ts';
import type { World } from '../../../../src/sandbox/world/world.ts';

const rank: Readonly<Record<Message['status'], number>> = {
  queued: 0,
  sent: 1,
  'delivery-failed': 2,
  'delivery-success': 2,
  received: 3,
};

/** Gives, each time it is asked, which messages went back since the last time: queued → sent → delivered or failed. */
export function watchStatuses(): (world: World) => string[] {
  let before = new Map<string, Message['status']>();
  return ({ orgs }) => {
    const now = new Map<string, Message['status']>();
    const problems: string[] = [];
    for (const { conversations, rules } of orgs.values()) {
      for (const { messages } of conversations.values()) {
        for (const { id, status } of messages) {
          const old = before.get(id);
          const flips = old === 'delivery-failed' && status === 'delivery-success' && rules.deliveredOnReturn;
          const goesOn = old === undefined || old === status || rank[old] < rank[status] || flips;
          if (!goesOn) problems.push(`message ${id} went from ${old} to ${status}`);
          now.set(id, status);
        }
      }
    }
    before = now;
    return problems;
  };
}
