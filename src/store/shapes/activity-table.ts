export interface ActivityTable {
  /** True the first time an inbound activity's id is seen; a re-delivery gets false. */
  firstSeen(activityId: string, at: number): Promise<boolean>;
  prune(before: number): Promise<void>;
}
