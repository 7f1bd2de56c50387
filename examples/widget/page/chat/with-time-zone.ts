/** What the platform takes of a guest’s attributes, bytes. */
const mostBytes = 2_048;

/**
 * The attributes with the browser’s own time zone, by which the hours go in which nobody is written to; without it where the site gives one, or
 * where there is no room for it.
 */
export function withTimeZone(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...attributes };
  return new TextEncoder().encode(JSON.stringify(all)).length > mostBytes ? attributes : all;
}
