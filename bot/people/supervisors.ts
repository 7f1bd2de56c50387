import type { Identity } from './identity-book.ts';
import type { Owner, OwnerList } from './owner-list.ts';

/** What makes somebody a supervisor: their e-mail is in SUPERVISORS, or they own the team of SUPERVISOR_TEAM. */
type SupervisorReason = 'named' | 'owner';

export interface Supervisors {
  /** Null for who is none. Asked on every action and command: who lost the right has lost it. */
  why(person: Pick<Identity, 'email' | 'aadObjectId'>): Promise<SupervisorReason | null>;
  /** Everybody who may decide, by what is known now; `ownersReadAt` null: no team is set, or its owners are not known. */
  all(): Promise<{
    readonly named: readonly string[];
    readonly owners: readonly Owner[];
    readonly ownersReadAt: number | null;
  }>;
}

/** Who may decide. `named` are e-mails; `team` is null where none is set. */
export function createSupervisors(parts: { named: readonly string[]; team: OwnerList | null }): Supervisors {
  const named = new Set(parts.named.map(folded));
  const nobody = { owners: [], readAt: null };
  return {
    async why({ email, aadObjectId }) {
      if (email !== null && named.has(folded(email))) return 'named';
      if (parts.team === null) return null;
      const { owners } = await parts.team.owners();
      return owners.some((owner) => isSame(owner, email, aadObjectId)) ? 'owner' : null;
    },
    async all() {
      const { owners, readAt } = (await parts.team?.owners()) ?? nobody;
      return { named: parts.named.map((email) => email.trim()), owners, ownersReadAt: readAt };
    },
  };
}

/** By the directory's own id; by e-mail only where Teams did not tell that. */
function isSame(owner: Owner, email: string | null, aadObjectId: string | null): boolean {
  if (aadObjectId !== null) return owner.aadObjectId.toLowerCase() === aadObjectId.toLowerCase();
  return owner.email !== null && email !== null && folded(owner.email) === folded(email);
}

function folded(email: string): string {
  return email.trim().toLowerCase();
}
