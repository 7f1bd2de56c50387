import { auditCardOf } from '../audit-card-of.ts';
import { auditChosen } from './audit-chosen.ts';
import type { DeskAction } from './desk-action.ts';

/** A supervisor wants all that went to the customer of an outreach. */
export const auditCustomer: DeskAction = async (context) =>
  auditCardOf(await context.journeys.audits.ofCustomerOf(auditChosen(context)), context.locale);
