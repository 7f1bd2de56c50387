/** One change of the partners registered in Teams. */
export interface PartnerChange {
  /** From 1, without a gap. */
  readonly revision: number;
  readonly at: number;
  /** A person's name. */
  readonly who: string;
  readonly partnerId: string;
  /** `registered`, `changed` or `removed`, as whoever keeps it writes it. */
  readonly action: string;
  /** What holds since, as JSON of whoever keeps it. */
  readonly value: string;
}

export interface PartnerTable {
  /** The revision of the newest change; 0: there is none. */
  newest(): Promise<number>;
  /** The newest change of each partner, oldest first. */
  standing(): Promise<PartnerChange[]>;
  /** The newest of all, newest first. */
  latest(limit: number): Promise<PartnerChange[]>;
  /** False when there is that revision already: somebody else was first. */
  add(change: PartnerChange): Promise<boolean>;
}
