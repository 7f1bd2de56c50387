import type { OutreachPolicy } from '../../config/config.ts';
import type { Look } from '../../delivery/delivery.ts';
import type { Dispatcher } from '../../delivery/dispatcher.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { buildMessage } from '../../outreach/build-message.ts';
import type { Outreach } from '../../outreach/outreach.ts';
import type { OutreachEvent } from '../../outreach/outreach-event.ts';
import { isTimeZone } from '../../outreach/when/is-time-zone.ts';
import { parseWhen, type When } from '../../outreach/when/parse-when.ts';
import { type FollowUpFacts, mayFollowUp } from '../../policy/may-follow-up.ts';
import { customerKeys } from '../../sessions/session.ts';
import type { OptOutTable } from '../../store/shapes/opt-out-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';
import type { SessionTable } from '../../store/shapes/session-table.ts';
import type { AgentDirectory } from '../agents/agent-directory.ts';
import type { FollowUpRequest, FollowUps } from '../journeys.ts';
import { proposeOutreach, type SessionToAddress } from '../proposing/propose-outreach.ts';

type Holds = Pick<OutreachPolicy, 'mode' | 'approvalMs' | 'contactAgainAfterMs' | 'quietHours' | 'timeZone'>;

/**
 * A person wants to write once more to the customer of an outreach, now or at an hour they choose. What can be known beforehand
 * is checked before anything is written; the rest, as with every message, at the moment it leaves.
 */
export function createFollowUps(parts: {
  ledger: Pick<Ledger, 'open'>;
  /** The truth check is given up when the asker would have to wait too long; throws what it throws. */
  look: (conversationId: string) => Look;
  dispatch: Dispatcher['dispatch'];
  outreaches: Pick<OutreachTable, 'get' | 'ofEvent' | 'openAmong' | 'lastTries'>;
  sessions: Pick<SessionTable, 'knownAs' | 'latestOf'>;
  optOuts: Pick<OptOutTable, 'among'>;
  directory: Pick<AgentDirectory, 'queueName'>;
  /** How long guests' sessions live on a channel, milliseconds; null: not known. */
  guestSessionMs: (channelId: string) => number | null;
  /** What holds now; throws what the store throws. */
  policy: () => Promise<Holds>;
  now: () => number;
  newId: () => string;
}): FollowUps {
  const {
    ledger,
    look,
    dispatch,
    outreaches,
    sessions,
    optOuts,
    directory,
    guestSessionMs,
    policy,
    now,
    newId,
  } = parts;

  /** The customer as known by now, which may be in another conversation than the one followed up. */
  async function addressed(followed: Outreach): Promise<SessionToAddress> {
    const latest = await sessions.latestOf(followed);
    return {
      ...(latest ?? {
        ...followed,
        lastActivityAt: followed.sessionLastActivityAt,
        endedAt: followed.sessionEndedAt,
        endedBy: followed.sessionEndedBy,
      }),
      customerName: latest?.customerName ?? followed.customerName,
    };
  }

  function propose(
    followed: Outreach,
    session: SessionToAddress,
    request: FollowUpRequest,
    when: When,
    { mode }: Holds,
  ) {
    const at = now();
    const { queueId } = session;
    return proposeOutreach({
      id: newId(),
      kind: 'follow-up',
      eventId: request.eventId,
      session,
      agent: { id: followed.agentId, name: followed.agentName },
      queueName: queueId === null ? null : (directory.queueName(queueId) ?? followed.queueName),
      text: request.text.replaceAll(/\r\n?/g, '\n').trim(),
      mode,
      sendAt: when.at > at ? when.at : null,
      now: at,
    });
  }

  async function check(
    followed: Outreach,
    proposed: Outreach,
    at: number,
    timeZone: string,
    seen: Pick<FollowUpFacts, 'lastActivityAt' | 'guestSessionMs'>,
    { quietHours, contactAgainAfterMs }: Holds,
  ) {
    // By every name they go by: a contact may be back as an unnamed guest.
    const keys = [followed.customerKey, ...customerKeys(followed), ...(await sessions.knownAs(proposed))];
    const [open, optedOut, tries] = await Promise.all([
      outreaches.openAmong(keys),
      optOuts.among(keys),
      outreaches.lastTries(keys),
    ]);
    const noes = [...tries.values()].flatMap(({ declinedAt }) => declinedAt ?? []);
    const { conversationId, externalContactId } = proposed;
    const refusal = mayFollowUp({
      now: proposed.createdAt,
      at,
      message: buildMessage(proposed),
      ground: {
        conversationId,
        externalContactId,
        leg: { channelId: null, guestId: null, externalContactId: null },
      },
      ...seen,
      optedOut: optedOut.size > 0,
      openOutreach: open.size > 0,
      lastDeclinedAt: noes.length === 0 ? null : Math.max(...noes),
      contactAgainAfterMs,
      quietHours,
      timeZone,
    });
    if (refusal !== null) throw new ReachbackError(refusal.code, { facts: refusal.facts });
  }

  function firstEvent(
    { sendAt, createdAt }: Outreach,
    { by, mayApprove }: FollowUpRequest,
    { mode, approvalMs }: Holds,
  ): OutreachEvent {
    if (mayApprove) return { type: 'approved', by };
    if (mode === 'automatic') return { type: 'approved', by: 'policy' };
    return { type: 'approval-asked', expiresAt: Math.max(createdAt, sendAt ?? 0) + approvalMs };
  }

  async function open(proposed: Outreach, request: FollowUpRequest, holds: Holds): Promise<Outreach> {
    const why = 'asked for a follow-up';
    const first = firstEvent(proposed, request, holds);
    const opened = await ledger.open(proposed, first, { who: request.by, why });
    if (opened === 'customer-busy') throw new ReachbackError('outreach.customer-busy');
    if (opened !== 'event-counted') return opened;
    const counted = await outreaches.ofEvent(request.eventId);
    if (counted === null) throw new ReachbackError('outreach.not-found');
    return counted;
  }

  return {
    async request(request) {
      const followed = await outreaches.get(request.outreachId);
      if (followed === null) throw new ReachbackError('outreach.not-found');
      if (!request.mayApprove && request.agentId !== followed.agentId)
        throw new ReachbackError('outreach.follow-up-not-yours');
      const counted = await outreaches.ofEvent(request.eventId);
      if (counted !== null) return { outreach: counted, timeZone: (await policy()).timeZone, shift: null };
      // Nobody knows whether the customer got that one: another might be the second.
      if (followed.state === 'asked') throw new ReachbackError('outreach.unknown');
      const session = await addressed(followed);
      const truth = await look(session.conversationId);
      const holds = await policy();
      const customer = zoneOr(truth?.timeZone, holds.timeZone);
      const asker = zoneOr(request.timeZone, holds.timeZone);
      const when = parseWhen(request.when, { now: now(), zones: { customer, asker } });
      if ('problem' in when)
        throw new ReachbackError(
          when.problem === 'past' ? 'outreach.when-past' : 'outreach.when-not-understood',
        );
      const proposed = propose(followed, session, request, when, holds);
      const lastActivityAt = truth?.lastActivityAt ?? session.lastActivityAt;
      const here = truth?.customer === 'connected';
      const seen = { lastActivityAt, guestSessionMs: here ? null : guestSessionMs(session.channelId) };
      await check(followed, proposed, when.at, customer, seen, holds);
      const outreach = await open(proposed, request, holds);
      // The asker is answered now; a send that fails here is taken up again by the dispatcher's sweep.
      if (outreach.state === 'approved') dispatch(outreach).catch(() => {});
      return { outreach, timeZone: customer, shift: when.shift };
    },
  };
}

/** As site, flow or Teams told it; only a name of the IANA database is a zone. */
function zoneOr(told: string | null | undefined, otherwise: string): string {
  return typeof told === 'string' && isTimeZone(told) ? told : otherwise;
}
