/** 255 is what an external id may have at most on the platform (*unverified*); what cannot be seen is never part of an id. */
const fitting = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

/** Whether this cannot be somebody's id in another system: no text, empty, longer than 255 characters, or with control characters. Pure. */
export function isMalformedId(id: unknown): boolean {
  return typeof id !== 'string' || id.length > 255 || id.trim() === '' || !fitting.test(id);
}
