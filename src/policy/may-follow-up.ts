import type { ErrorCode } from '../errors/catalogue.ts';
import { type MessageGround, messageFindings } from '../outreach/message-findings.ts';
import type { ProactiveMessage } from '../outreach/proactive-message.ts';
import { formatWhen } from '../outreach/when/format-when.ts';
import { nextMinuteOfDay } from '../outreach/when/wall-clock.ts';
import { recentMs } from '../sessions/session.ts';
import { notDeclinedRecently } from './rules/not-declined-recently.ts';
import { outsideQuietHours } from './rules/outside-quiet-hours.ts';
import { within24Hours } from './rules/within-24-hours.ts';

/** Beyond this nobody plans a message to somebody who was just here, milliseconds. */
const farthestMs = 7 * 24 * 60 * 60_000;

/** What is known when a follow-up is asked for. Times are epoch milliseconds. */
export interface FollowUpFacts {
  readonly now: number;
  /** When it is to leave. */
  readonly at: number;
  readonly message: ProactiveMessage;
  readonly ground: MessageGround;
  readonly lastActivityAt: number;
  /** How long the guest’s session outlives that; null: not known, or the customer is there. */
  readonly guestSessionMs: number | null;
  readonly optedOut: boolean;
  /** Another message to this customer has not come to its end yet. */
  readonly openOutreach: boolean;
  /** When a person last said no to a message to this customer; null: never. */
  readonly lastDeclinedAt: number | null;
  readonly contactAgainAfterMs: number;
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  /** The customer's clock, an IANA name. */
  readonly timeZone: string;
}

/** `until`, `from`: till when, or from when on, it could leave; as people write times, by the customer's clock. */
export interface FollowUpRefusal {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** May a follow-up be put into the ledger for that hour? What can change until then is asked again when it leaves. Null: it may. */
export function mayFollowUp(facts: FollowUpFacts): FollowUpRefusal | null {
  const { now, at, message, ground, lastActivityAt, timeZone } = facts;
  const [unfit] = messageFindings(message, ground);
  if (unfit !== undefined) return { code: unfit, facts: {} };
  if (facts.optedOut) return { code: 'outreach.customer-opted-out', facts: {} };
  if (facts.openOutreach) return { code: 'outreach.customer-busy', facts: {} };
  if (at - now > farthestMs) return { code: 'outreach.when-too-far', facts: {} };
  const until = lastActivityAt + recentMs;
  if (within24Hours({ now: at, lastActivityAt }) !== null)
    return {
      code: 'outreach.follow-up-too-late',
      facts: until > now ? { until: formatWhen(until, timeZone) } : {},
    };
  const seenUntil = lastActivityAt + Math.min(recentMs, facts.guestSessionMs ?? recentMs);
  if (at > seenUntil)
    return {
      code: 'outreach.follow-up-unseen',
      facts: seenUntil > now ? { until: formatWhen(seenUntil, timeZone) } : {},
    };
  return declined(facts, seenUntil) ?? quiet(facts, seenUntil);
}

/** A no is not got round by asking once more. */
function declined(
  { at, lastDeclinedAt, contactAgainAfterMs, timeZone }: FollowUpFacts,
  until: number,
): FollowUpRefusal | null {
  if (notDeclinedRecently({ now: at, lastDeclinedAt, contactAgainAfterMs }) === null) return null;
  const from = (lastDeclinedAt ?? at) + contactAgainAfterMs;
  return {
    code: 'outreach.follow-up-declined',
    facts: from <= until ? { from: formatWhen(from, timeZone) } : {},
  };
}

function quiet({ at, quietHours, timeZone }: FollowUpFacts, until: number): FollowUpRefusal | null {
  if (quietHours === null) return null;
  if (outsideQuietHours({ now: at, quietHours, timeZone, otherwise: timeZone }) === null) return null;
  const from = nextMinuteOfDay(quietHours.to, at, timeZone);
  return {
    code: 'outreach.follow-up-quiet-hours',
    facts: from <= until ? { from: formatWhen(from, timeZone) } : { until: formatWhen(until, timeZone) },
  };
}
