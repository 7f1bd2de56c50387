import type { Logger } from 'pino';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { codedError } from '../coded-error.ts';
import type { Person } from '../people/people.ts';
import { auditCustomer } from './audit-customer.ts';
import { auditTrail } from './audit-trail.ts';
import { policyChange } from './policy-change.ts';
import type { PolicyOrAuditAction, PolicyOrAuditContext } from './policy-or-audit-action.ts';
import { policyReset } from './policy-reset.ts';
import { policyShow } from './policy-show.ts';
import { refusalWords } from './refusal-words.ts';
import type { CardAnswer } from './run-action.ts';

const actions: ReadonlyMap<string, PolicyOrAuditAction> = new Map([
  ['policy.show', policyShow],
  ['policy.change', policyChange],
  ['policy.reset', policyReset],
  ['audit.trail', auditTrail],
  ['audit.customer', auditCustomer],
]);

/** Whether a button is one of the cards of the policy or the audit trail. */
export function isPolicyOrAuditVerb(verb: string): boolean {
  return actions.has(verb);
}

/**
 * Answers such a press, always: with the card that takes the pressed one's place, or with a message why nothing changed and what to do.
 * What the button holds is not trusted: who presses is looked up each time.
 */
export async function pressPolicyOrAudit(
  verb: string,
  data: unknown,
  parts: Omit<PolicyOrAuditContext, 'person' | 'data'> & {
    readonly person: () => Promise<Person>;
    readonly log: Logger;
  },
): Promise<CardAnswer> {
  const { person, log, ...context } = parts;
  try {
    const action = actions.get(verb);
    if (action === undefined) throw new ReachbackError('teams.action-unknown');
    return { kind: 'card', card: await action({ ...context, data, person: await person() }) };
  } catch (cause) {
    const error = codedError(cause, 'teams.action-failed');
    log.warn({ code: error.code, verb, err: error }, 'a button was not carried out');
    return { kind: 'message', text: refusalWords(error, context.locale) };
  }
}
