import type { Outreach, OutreachState } from '../../src/outreach/outreach.ts';
import type { Locale } from '../locales/locale.ts';
import { cardView } from './card-view.ts';
import { shortened } from './shortened.ts';

/** One proposal of several that came at a time, as far as the card they share shows it. Times are epoch milliseconds. */
export interface BurstMemberView {
  readonly outreachId: string;
  /** From 1, in the order they joined. */
  readonly place: number;
  readonly customerName: string | null;
  readonly agentName: string;
  /** The message, in one short line. */
  readonly line: string;
  readonly state: OutreachState;
  readonly optedOut: boolean;
  /** The name of who decided; null: nobody, or policy, or something else came of it. */
  readonly decidedBy: string | null;
  /** Why it was held back, in words; null: it was not. */
  readonly heldBecause: string | null;
  readonly snoozedUntil: number | null;
  /** It was put off and has a card of its own since. */
  readonly askedAgain: boolean;
  /** Why it would be held back if it left now, in words; null: nothing is known to stand in the way. */
  readonly standsInTheWay: string | null;
  readonly lapsesAt: number | null;
}

export interface BurstView {
  readonly burstId: string;
  readonly members: readonly BurstMemberView[];
}

/** By the rules, by the platform or by nobody, whoever had said yes. */
const endedOtherwise: ReadonlySet<OutreachState> = new Set(['held', 'failed', 'expired', 'unknown', 'asked']);

const longestName = 24;
const longestLine = 72;

/** What the ledger's rows look like on the card they share, in one language. */
export function burstView(
  burstId: string,
  members: readonly { readonly place: number; readonly outreach: Outreach }[],
  locale: Locale,
): BurstView {
  return { burstId, members: members.map(({ place, outreach }) => memberView(place, outreach, locale)) };
}

function memberView(place: number, outreach: Outreach, locale: Locale): BurstMemberView {
  const view = cardView(outreach, locale);
  return {
    outreachId: outreach.id,
    place,
    customerName: view.customerName === null ? null : shortened(view.customerName, longestName, 1),
    agentName: shortened(view.agentName, longestName, 1),
    line: shortened(view.text.replaceAll(/\s+/g, ' '), longestLine, 1),
    state: view.state,
    optedOut: view.optedOut,
    decidedBy: endedOtherwise.has(view.state) ? null : (view.decision?.by ?? null),
    heldBecause: view.reason,
    snoozedUntil: view.snooze?.until ?? null,
    askedAgain: view.askedAgain,
    standsInTheWay: view.briefing?.standsInTheWay?.[0] ?? null,
    lapsesAt: view.lapsesAt,
  };
}
