import type { SilenceableSocket } from '../faults/silenceable-socket.ts';

/** Whose a channel is: an application, and the agent who signed in to it where one did. */
export interface ChannelOwner {
  readonly orgId: string;
  readonly clientId: string;
  readonly agentId?: string | undefined;
  /** The access token it was made with. */
  readonly token: string;
}

/** A notification channel. Times are epoch milliseconds. */
export interface Channel {
  readonly id: string;
  readonly owner: ChannelOwner;
  expiresAt: number;
  lastUsedAt: number;
  /** As the client wrote them: single (`….presence`) or combined (`…?presence&routingStatus`). */
  topics: readonly string[];
  socket: SilenceableSocket | null;
}

/** Channels belong to a user and application together, whatever token asks. */
export function isOwn({ owner }: Channel, caller: Pick<ChannelOwner, 'clientId' | 'agentId'>): boolean {
  return owner.clientId === caller.clientId && owner.agentId === caller.agentId;
}
