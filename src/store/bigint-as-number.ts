import { types } from 'pg';

/** Our bigints are epoch milliseconds and counts, all far below 2^53: numbers, as SQLite gives them. */
export const bigintAsNumber: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
