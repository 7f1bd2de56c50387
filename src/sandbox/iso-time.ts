/** Epoch milliseconds as the platform writes times: ISO-8601 in UTC, with milliseconds. */
export const isoTime = (at: number): string => new Date(at).toISOString();
