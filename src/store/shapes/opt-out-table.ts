/** Customers who told us to stop. */
export interface OptOutTable {
  add(customerKey: string, at: number): Promise<void>;
  /** Which of these customers opted out. */
  among(customerKeys: readonly string[]): Promise<Set<string>>;
}
