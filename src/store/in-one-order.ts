/**
 * Rows in the order in which every instance writes them: two that wrote the same ones in opposite orders would each wait for what the other has locked,
 * until PostgreSQL turned one away. Those of one key keep theirs. Pure.
 */
export function inOneOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row);
}
