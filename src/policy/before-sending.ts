import { messageFindings } from '../outreach/message-findings.ts';
import type { Route } from '../outreach/outreach.ts';
import { conversationState } from './conversation-state.ts';
import type { SendingFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { HeldReason } from './held-reason.ts';
import { type RouteChoice, reachOf, routeTable } from './route-table.ts';
import { agentStillAvailable } from './rules/agent-still-available.ts';
import { notConnected } from './rules/not-connected.ts';
import { notContactedRecently } from './rules/not-contacted-recently.ts';
import { notOptedOut } from './rules/not-opted-out.ts';
import { notPaused } from './rules/not-paused.ts';
import { outsideQuietHours } from './rules/outside-quiet-hours.ts';
import { permissionGranted } from './rules/permission-granted.ts';
import { stillApproved } from './rules/still-approved.ts';
import { within24Hours } from './rules/within-24-hours.ts';

/** It may leave by this route; or all that stands in its way, the one reason first. */
export type Clearance =
  | { readonly route: Route; readonly intoConnected: boolean }
  | { readonly findings: readonly [Finding, ...Finding[]] };

/** May it leave now, by what the platform says this moment? All is checked, and each by name. */
export function beforeSending(facts: SendingFacts): Clearance {
  const choice = choiceOf(facts);
  const [first, ...others] = [
    ...rules(facts, choice).flatMap((reason): Finding[] =>
      reason === null ? [] : [{ ends: 'held', reason }],
    ),
    ...messageFindings(facts.message, {
      conversationId: facts.conversationId,
      externalContactId: facts.externalContactId,
      leg: {
        channelId: facts.truth?.channelId ?? null,
        guestId: facts.truth?.guestId ?? null,
        externalContactId: facts.truth?.externalContactId ?? null,
      },
    }).map((reason): Finding => ({ ends: 'failed', reason })),
  ];
  if (first !== undefined) return { findings: [first, ...others] };
  if ('route' in choice) return choice;
  return { findings: [{ ends: 'held', reason: choice.held }] };
}

function choiceOf(facts: SendingFacts): RouteChoice {
  const { truth, message, now, offers, externalContactId, guestSessionMs } = facts;
  const { threadingMs } = offers;
  const state = conversationState(truth, { agentId: message.from.id, now, threadingMs, guestSessionMs });
  return routeTable[state][reachOf({ externalContactId }, offers)];
}

/** In the order that makes the most telling reason the first. */
function rules(facts: SendingFacts, choice: RouteChoice): (HeldReason | null)[] {
  const { truth, now, kind, lastSentAt } = facts;
  const lastActivityAt = truth?.lastActivityAt ?? facts.sessionLastActivityAt;
  // Who asks for a follow-up knows the customer; but one who has not written since our last message is left alone: to leave is no answer.
  const answered = kind === 'follow-up' && lastSentAt !== null && (truth?.lastWroteAt ?? 0) > lastSentAt;
  return [
    truth === null && 'held' in choice ? choice.held : null,
    notPaused(facts),
    stillApproved({ byPolicy: facts.approvedByPolicy, mode: facts.mode }),
    notOptedOut(facts),
    within24Hours({ now, lastActivityAt }),
    truth !== null && 'held' in choice ? choice.held : null,
    notConnected({ customerConnected: facts.connectedElsewhere }),
    answered ? null : notContactedRecently(facts),
    kind === 'presence' ? agentStillAvailable(facts) : null,
    outsideQuietHours({
      now,
      quietHours: facts.quietHours,
      timeZone: truth?.timeZone ?? null,
      otherwise: facts.timeZone,
    }),
    facts.agentOnChannel ? null : 'agent-not-on-channel',
    'route' in choice ? permissionGranted({ granted: facts.permitted(choice.route) }) : null,
    facts.oneRegion ? null : 'region-mismatch',
  ];
}
