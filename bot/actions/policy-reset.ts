import type { PolicyOrAuditAction } from './policy-or-audit-action.ts';
import { policyPress } from './policy-press.ts';

/** A supervisor takes back whatever was changed in Teams: what the environment says holds again. */
export const policyReset: PolicyOrAuditAction = (context) =>
  policyPress(context, { asked: 'configured', verb: 'policy.reset', data: {} });
