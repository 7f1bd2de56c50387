/** Times that the reader's own Teams shows in the reader's zone and language (Adaptive Cards date and time functions). */
export function localTime(at: number): string {
  return `{{TIME(${toSeconds(at)})}}`;
}

/** `Sat, Nov 21, 2026 14:03` in the reader's manner. */
export function localDateTime(at: number): string {
  return `{{DATE(${toSeconds(at)},SHORT)}} {{TIME(${toSeconds(at)})}}`;
}

/** The functions read RFC 3339 without fractions of a second only. */
function toSeconds(at: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: a given time written down, no clock read.
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
