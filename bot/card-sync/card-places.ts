import type { Outreach } from '../../src/outreach/outreach.ts';

/** A conversation cards can go to, with whose personal chat it is (a Genesys user id) where that is known. */
export interface Place {
  readonly conversationId: string;
  readonly kind: 'personal' | 'channel';
  readonly agentId: string | null;
}

/**
 * Where an outreach's card belongs, of the conversations the app is installed in. Supervised: every channel, and the agent's
 * own chat once approved, or declined for a reason they are to hear, or where somebody asked for it and waits, once decided. Automatic:
 * the agent's own chat, or the channels when there is none. A card posted elsewhere earlier is kept true as well. Empty while there is
 * nobody to show it to.
 */
export function cardPlaces<P extends Place>(
  outreach: Pick<
    Outreach,
    'kind' | 'mode' | 'agentId' | 'state' | 'decidedAt' | 'declineReason' | 'declineNote'
  >,
  installed: readonly P[],
  shownIn: ReadonlySet<string>,
): P[] {
  const channels = installed.filter(({ kind }) => kind === 'channel');
  const own = installed.filter(({ kind, agentId }) => kind === 'personal' && agentId === outreach.agentId);
  const wanted =
    outreach.mode === 'automatic'
      ? own.length > 0
        ? own
        : channels
      : [...channels, ...(isForTheAgent(outreach) ? own : [])];
  const before = installed.filter(({ conversationId }) => shownIn.has(conversationId));
  return [...new Set([...wanted, ...before])];
}

function isForTheAgent(outreach: Parameters<typeof cardPlaces>[0]): boolean {
  return (
    isApproved(outreach) ||
    outreach.declineReason !== null ||
    outreach.declineNote !== null ||
    isDecidedWish(outreach)
  );
}

function isDecidedWish({ kind, state }: Pick<Outreach, 'kind' | 'state'>): boolean {
  return kind !== 'presence' && state !== 'proposed' && state !== 'awaiting-approval';
}

function isApproved({ state, decidedAt }: Pick<Outreach, 'state' | 'decidedAt'>): boolean {
  return decidedAt !== null && state !== 'declined';
}
