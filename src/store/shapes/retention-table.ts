/** Rows that nothing asks for any more. Times are epoch milliseconds. */
export interface RetentionTable {
  /**
   * Forgets hand-offs (their bridges, what went over them, their cards) and offers of cobrowse (and their cards) that were over before
   * `over`, and whose contact an old id is where nobody asked for it since `asked`; of each so many at a time that no other writer waits
   * long. Nothing that is under way.
   */
  forget(before: { readonly over: number; readonly asked: number }): Promise<void>;
}
