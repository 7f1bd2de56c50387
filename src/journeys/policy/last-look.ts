import type { OutreachPolicy } from '../../config/config.ts';
import type { Look } from '../../delivery/delivery.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { buildMessage } from '../../outreach/build-message.ts';
import type { Outreach, Route } from '../../outreach/outreach.ts';
import { beforeSending, type Clearance } from '../../policy/before-sending.ts';
import type { Truth } from '../../policy/facts.ts';
import type { Offers } from '../../policy/route-table.ts';
import { contactKey } from '../../sessions/session.ts';
import { latestOf } from '../../sessions/times.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { AgentDirectory } from '../agents/agent-directory.ts';
import type { Pauses } from '../journeys.ts';
import type { HearBeforeSending } from './hear-before-sending.ts';
import { createPresenceKnown } from './presence-known.ts';

/** What is known of the organisation that a send depends on. */
export interface SendingGround {
  offers(): Offers;
  /** Whether the client has the right for a route; null: not known. */
  permitted(route: Route): boolean | null;
  /** API, login and notifications answer in one region, as far as their hosts tell. */
  oneRegion(): boolean;
  /** How long a guest's session on a channel outlives their last activity, milliseconds; null: not known. */
  guestSessionMs(channelId: string): number | null;
}

/**
 * The last look before a send, with the facts of this moment gathered for the rules. Throws what the platform or the store
 * throws, and `genesys.feed-stale` while presence is not known: nothing leaves on presence that may be old.
 */
export function createLastLook(parts: {
  /** As it holds this moment; throws what the store throws. */
  policy: () => Promise<Pick<OutreachPolicy, 'mode' | 'quietHours' | 'timeZone' | 'contactAgainAfterMs'>>;
  pauses: Pick<Pauses, 'holds'>;
  optOuts: Pick<OptOutTable, 'among'>;
  outreaches: Pick<OutreachTable, 'lastTries'>;
  sessions: Pick<SessionTable, 'connectedElsewhere' | 'knownAs' | 'queuesOf'>;
  directory: Pick<AgentDirectory, 'agent'>;
  ground: SendingGround;
  /** Null while that is not known. */
  isAvailable: (agentId: string) => boolean | null;
  /** Not known here yet, or (`doubted`) not in every queue, and asked for just now. */
  isLookedFor: (agentId: string, doubted?: boolean) => boolean;
  hear: HearBeforeSending;
  now: () => number;
}): (outreach: Outreach, look: Look) => Promise<Clearance> {
  const { policy, pauses, optOuts, outreaches, sessions, directory, ground, isAvailable, hear, now } = parts;
  const presenceKnown = createPresenceKnown(parts);
  return async (outreach, look) => {
    // First: it may have waited in line for minutes, in which somebody pressed pause.
    const truth = await look;
    const keys = [
      ...new Set([outreach.customerKey, ...namedNow(truth), ...(await sessions.knownAs(outreach))]),
    ];
    const tries = await outreaches.lastTries(keys);
    const lastSentAt = latestOf(keys.map((key) => tries.get(key)?.sentAt ?? null));
    if (truth !== null && lastSentAt !== null) await hear(outreach, truth, keys, lastSentAt);
    const [holds, paused, optedOut, connectedElsewhere, queueIds] = await Promise.all([
      policy(),
      pauses.holds(outreach.agentId),
      optOuts.among(keys),
      sessions.connectedElsewhere(outreach),
      sessions.queuesOf(outreach.channelId),
    ]);
    presenceKnown(outreach);
    const agentOnChannel = servesOneOf(directory.agent(outreach.agentId)?.queueIds ?? [], queueIds);
    if (!agentOnChannel && parts.isLookedFor(outreach.agentId, true))
      throw new ReachbackError('genesys.feed-stale');
    return beforeSending({
      now: now(),
      kind: outreach.kind,
      message: buildMessage(outreach),
      conversationId: outreach.conversationId,
      externalContactId: outreach.externalContactId,
      truth,
      sessionLastActivityAt: outreach.sessionLastActivityAt,
      paused,
      approvedByPolicy: outreach.decidedBy === 'policy',
      mode: holds.mode,
      agentAvailable: isAvailable(outreach.agentId) === true,
      agentOnChannel,
      connectedElsewhere,
      lastSentAt,
      contactAgainAfterMs: holds.contactAgainAfterMs,
      optedOut: optedOut.size > 0,
      quietHours: holds.quietHours,
      timeZone: holds.timeZone,
      offers: ground.offers(),
      permitted: (route) => ground.permitted(route),
      oneRegion: ground.oneRegion(),
      guestSessionMs: ground.guestSessionMs(outreach.channelId),
    });
  };
}

/** By the contact the customer is this moment: an agent may have linked another one since, who was written to, or told us to stop. */
function namedNow(truth: Truth | null): string[] {
  return truth === null || truth.externalContactId === null ? [] : [contactKey(truth.externalContactId)];
}

function servesOneOf(served: readonly string[], queueIds: readonly string[]): boolean {
  return queueIds.some((id) => served.includes(id));
}
