import { auditCardOf } from '../audit-card-of.ts';
import { auditChosen } from './audit-chosen.ts';
import type { PolicyOrAuditAction } from './policy-or-audit-action.ts';

/** A supervisor chose one outreach from the list: its trail. */
export const auditTrail: PolicyOrAuditAction = async (context) =>
  auditCardOf(await context.journeys.audits.trail(auditChosen(context)), context.locale);
