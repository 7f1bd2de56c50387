import type { Conversation } from '../../world/conversation.ts';
import type { Org } from '../../world/org.ts';
import { rings, waitingQueue } from './idle-agent-for.ts';

export interface Unserved {
  /** The conversations that wait in a queue or ring at an agent. */
  of(org: Org): Conversation[];
  /** Something happened in this conversation. */
  note(org: Org, conversation: Conversation): void;
}

/** Looks through an organisation's open conversations once, and from then on only at those it is told of. */
export function createUnserved(): Unserved {
  const known = new WeakMap<Org, Set<Conversation>>();
  return {
    of(org) {
      const candidates = known.get(org) ?? new Set(org.conversations.open());
      known.set(org, candidates);
      for (const each of candidates) if (!isUnserved(org, each)) candidates.delete(each);
      return [...candidates];
    },
    note: (org, conversation) => void known.get(org)?.add(conversation),
  };
}

function isUnserved(org: Org, conversation: Conversation): boolean {
  if (conversation.endedAt !== undefined || conversation.gone !== undefined) return false;
  return waitingQueue(org, conversation) !== undefined || rings(conversation);
}
