/** How far one card in one Teams conversation is; what it is of stands beside it. */
export interface PostedCard {
  /** In Teams. */
  readonly conversationId: string;
  /** Null until Teams answered the post. */
  readonly activityId: string | null;
  /** The version it shows of what it is of, or Teams refused for good; 0: nothing yet. */
  readonly shownVersion: number;
  readonly failures: number;
  /** Not before then, after a failure. */
  readonly nextTryAt: number;
  readonly lastError: string | null;
}
