import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { PolicyOrAuditAction } from './policy-or-audit-action.ts';
import { policyPress } from './policy-press.ts';

/** Teams may leave out an input that is empty. */
const input = z.string().default('');

/** Each form by its name, with the inputs that are its own: whatever else comes along is left alone. */
const form = z.discriminatedUnion('policyForm', [
  // A card of an older version does not ask about cobrowse.
  z.object({ policyForm: z.literal('mode'), policyMode: input, policyCobrowse: input }),
  z.object({ policyForm: z.literal('quiet'), policyQuietHours: input, policyTimeZone: input }),
  z.object({ policyForm: z.literal('limits'), policyHours: input, policyMinutes: input }),
  z.object({ policyForm: z.literal('text'), policyText: input }),
]);

/** A supervisor changes a part of the policy. */
export const policyChange: PolicyOrAuditAction = async (context) => {
  const filled = form.safeParse(context.data);
  if (!filled.success) throw new ReachbackError('teams.action-unknown');
  return policyPress(context, { asked: askedBy(filled.data), verb: 'policy.change', data: filled.data });
};

function askedBy(filled: z.infer<typeof form>) {
  switch (filled.policyForm) {
    case 'mode':
      return {
        mode: filled.policyMode,
        ...(filled.policyCobrowse === '' ? {} : { cobrowseControl: filled.policyCobrowse }),
      };
    case 'quiet':
      return { quietHours: filled.policyQuietHours, timeZone: filled.policyTimeZone };
    case 'limits':
      return { contactAgainAfterHours: filled.policyHours, approvalMinutes: filled.policyMinutes };
    case 'text':
      return { text: filled.policyText };
  }
}
