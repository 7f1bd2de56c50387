import type { CustomerChoice, CustomerTrail, OutreachTrail } from '../src/journeys/views/audits.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { auditChoiceCard } from './cards/audit-choice-card.ts';
import { auditCustomerCard } from './cards/audit-customer-card.ts';
import { auditTrailCard } from './cards/audit-trail-card.ts';
import type { Locale } from './locales/locale.ts';

/** The card for whatever was found in the audit trail. */
export function auditCardOf(
  found: OutreachTrail | CustomerTrail | CustomerChoice,
  locale: Locale,
): AdaptiveCard {
  switch (found.kind) {
    case 'trail':
      return auditTrailCard(found, locale);
    case 'customer':
      return auditCustomerCard(found, locale);
    case 'choice':
      return auditChoiceCard(found, locale);
  }
}
