import { isoTime } from '../../iso-time.ts';
import type { Conversation, Transfer } from '../../world/conversation.ts';

/** `recentTransfers`: the last 20. unverified: that a queue stands in `destination.address`. */
export function recentTransfers({ transfers = [] }: Conversation) {
  return transfers.slice(-20).map(transferView);
}

function transferView({ id, at, initiatorUserId, to, state }: Transfer) {
  return {
    id,
    state,
    dateIssued: isoTime(at),
    ...(initiatorUserId !== undefined && { initiator: { userId: initiatorUserId } }),
    destination: 'userId' in to ? { userId: to.userId } : { address: to.queueId },
    transferType: 'Unattended',
  };
}
