/** Longer is no name: it would make the message to its bearer too long to send. */
const longest = 100;

/**
 * A customer's name as a person would write it, null when there is none. Customers name themselves: control characters
 * (PostgreSQL refuses some in a text) become spaces, and what is too long is cut. Pure.
 */
export function customerName(written: string | null | undefined): string | null {
  const plain = (written ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return [...plain].slice(0, longest).join('').trim() || null;
}
