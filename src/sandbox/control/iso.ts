/** Epoch milliseconds as ISO-8601, the form of all times in control answers. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
