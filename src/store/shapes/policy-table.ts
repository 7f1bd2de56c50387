/** One change of the policy. */
export interface PolicyRevision {
  /** From 1, without a gap. */
  readonly revision: number;
  readonly at: number;
  /** A person's name. */
  readonly who: string;
  /** What was changed and what holds since, as JSON of whoever keeps it. */
  readonly value: string;
}

export interface PolicyTable {
  /** The newest, newest first. */
  latest(limit: number): Promise<PolicyRevision[]>;
  /** False when there is that revision already: somebody else was first. */
  add(change: PolicyRevision): Promise<boolean>;
}
