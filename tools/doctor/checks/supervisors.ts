import type { OutreachMode } from '../../../src/outreach/outreach.ts';
import { type Finding, good, problem, warning } from '../finding.ts';

/** Whether there is somebody who may approve, and to ask when an outcome stays unknown. `team`: its owners may as well. Pure. */
export function supervisors(emails: readonly string[], team: string | null, mode: OutreachMode): Finding {
  const next =
    'Set SUPERVISORS to the e-mail addresses of those who may approve, separated by commas, or SUPERVISOR_TEAM to the team whose owners may.';
  if (team !== null) {
    const named = emails.length === 0 ? '' : ` and ${emails.length} named`;
    return good('supervisors', `The owners of a team${named} are supervisors; the mode is ${mode}.`);
  }
  if (emails.length > 0) {
    return good(
      'supervisors',
      `${emails.length} ${emails.length === 1 ? 'supervisor is' : 'supervisors are'} named; the mode is ${mode}.`,
    );
  }
  return mode === 'supervisor'
    ? problem('supervisors', 'Every outreach waits for a supervisor, and none is named.', next)
    : warning(
        'supervisors',
        'No supervisor is named: nobody can pause everything or settle an unknown outcome.',
        next,
      );
}
