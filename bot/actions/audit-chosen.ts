import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { requireSupervisor } from '../people/require-supervisor.ts';
import type { PolicyOrAuditContext } from './policy-or-audit-action.ts';
import { pressedId } from './pressed-id.ts';

const chosen = z.object({ auditOf: pressedId });

/** The id of the outreach a supervisor chose on a card of the audit trail. Throws where it is no supervisor, or no such card. */
export function auditChosen({ person, data }: Pick<PolicyOrAuditContext, 'person' | 'data'>): string {
  requireSupervisor(person, 'audit.supervisors-only');
  const told = chosen.safeParse(data);
  if (!told.success) throw new ReachbackError('teams.action-unknown');
  return told.data.auditOf;
}
