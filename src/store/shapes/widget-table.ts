/** An id of somebody in another system. */
export interface IdInSource {
  /** The name of the external source. */
  readonly source: string;
  readonly value: string;
}

/** What a claim on an id found: it is ours to look up or make, somebody else is at it, or whose it is, known since `checkedAt`. */
export type ClaimedId = 'mine' | 'theirs' | { readonly contactId: string; readonly checkedAt: number };

/** A claim of ours, by when it was made or held last (epoch milliseconds). */
export interface ClaimOnId extends IdInSource {
  readonly claimedAt: number;
}

export interface WidgetVisit {
  readonly id: string;
  /** Null: an anonymous guest. */
  readonly contactId: string | null;
  readonly deploymentId: string;
  /** The platform's refresh token, sealed; null: not signed in there (any more). */
  readonly sealed: string | null;
  /** Epoch milliseconds, as the next. */
  readonly createdAt: number;
  readonly endsAt: number;
  readonly revokedAt: number | null;
}

export interface WidgetLink {
  readonly conversationId: string;
  readonly visitId: string;
  readonly contactId: string;
  readonly linked: boolean;
  readonly failures: number;
  /** Null: not to be tried again. */
  readonly nextTryAt: number | null;
  /** Why it is not linked. */
  readonly code: string | null;
}

/** What the widget's backend remembers. Times are epoch milliseconds. */
export interface WidgetTable {
  /**
   * Says of an id that we are about to find or make its contact. A claim of somebody else made before `staleBefore` without an end counts
   * for given up, and is taken over by exactly one.
   */
  claim(id: IdInSource, at: number, staleBefore: number): Promise<ClaimedId>;
  /** Holds claims of ours (`claimedAt` as they stand) from `at` on; false: somebody took one over, and it is theirs to look up or make. */
  hold(claims: readonly ClaimOnId[], at: number): Promise<boolean>;
  /** Whose the ids are; ends the claims on them. */
  settle(ids: readonly IdInSource[], contactId: string, at: number): Promise<void>;
  /** Ends these claims of ours without an answer; one that somebody took over stays theirs. */
  release(claims: readonly ClaimOnId[]): Promise<void>;
  /** The ids this contact is known by here. */
  idsOf(contactId: string): Promise<IdInSource[]>;
  /** Forgets whose the ids of this contact are. */
  forgetContact(contactId: string): Promise<void>;

  addVisit(visit: WidgetVisit): Promise<void>;
  visit(id: string): Promise<WidgetVisit | null>;
  /** False when it was ended before, or there is no such visit. */
  revokeVisit(id: string, at: number): Promise<boolean>;
  /** The platform's sign-in of the visit is over. */
  unseal(id: string): Promise<void>;
  /** Ended visits whose sign-in on the platform is not ended yet. */
  revokedButSealed(limit: number): Promise<WidgetVisit[]>;

  /** Whether a known customer's visit that began since then has no conversation yet. */
  isWaitedFor(since: number): Promise<boolean>;
  /** Of these conversations, those that have no link. */
  withoutLink(conversationIds: readonly string[]): Promise<string[]>;
  /** False when the conversation has its link already. */
  addLink(link: WidgetLink): Promise<boolean>;
  putLink(link: WidgetLink): Promise<void>;
  dueLinks(now: number, limit: number): Promise<WidgetLink[]>;

  /** False when the same was noted before: of several at once, one is true. */
  noteAssertion(key: string, endsAt: number): Promise<boolean>;
  forgetAssertion(key: string): Promise<void>;

  /** Forgets visits and assertions that ended before then, and links of visits that are forgotten. */
  prune(before: number): Promise<void>;
}
