/** Epoch milliseconds as the platform and the control answers write times: ISO-8601 in UTC, with milliseconds. */
export const isoTime = (at: number): string => new Date(at).toISOString();
