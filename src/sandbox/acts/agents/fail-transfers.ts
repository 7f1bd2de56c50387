import type { Conversation } from '../../world/conversation.ts';

/** What still rang by a transfer is not answered any more. */
export function failTransfers({ transfers = [] }: Conversation): void {
  for (const each of transfers) if (each.state === 'Pending') each.state = 'Failed';
}
