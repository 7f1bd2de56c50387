/** Customers who told us to stop. */
export interface OptOutTable {
  /** Keeps it under every name of one customer, or under none; one kept already stays as it was. */
  add(customerKeys: readonly string[], at: number): Promise<void>;
  /** Which of these customers opted out. */
  among(customerKeys: readonly string[]): Promise<Set<string>>;
}
