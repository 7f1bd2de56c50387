import type { Journeys } from '../../src/journeys/journeys.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';

/** What was pressed on a card of the policy or the audit trail, by whom, and what it may use. */
export interface PolicyOrAuditContext {
  readonly person: Person;
  /** The button's data with what was put into the card's inputs, as Teams sent it. */
  readonly data: unknown;
  /** False when this very press was counted before. */
  readonly firstTime: () => Promise<boolean>;
  readonly locale: Locale;
  readonly journeys: Pick<Journeys, 'policies' | 'audits'>;
}

/** A button of a card that is about no single outreach: it judges who may, and gives the card to take its place. Throws a ReachbackError to refuse. */
export type PolicyOrAuditAction = (context: PolicyOrAuditContext) => Promise<AdaptiveCard>;
