import { auditCardOf } from '../audit-card-of.ts';
import { auditChosen } from './audit-chosen.ts';
import type { PolicyOrAuditAction } from './policy-or-audit-action.ts';

/** A supervisor wants all that went to the customer of an outreach. */
export const auditCustomer: PolicyOrAuditAction = async (context) =>
  auditCardOf(await context.journeys.audits.ofCustomerOf(auditChosen(context)), context.locale);
