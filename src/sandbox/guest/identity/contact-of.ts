import type { Org } from '../../org.ts';

/**
 * The external contact somebody at the identity provider is: the contact itself when their id there is its id, or the
 * one they signed in as before.
 */
export function contactOf(
  org: Org,
  subject: string,
): { readonly name: string | null; readonly externalContactId: string } | undefined {
  for (const { name, externalContactId, signedInAs } of org.customers.values()) {
    if (externalContactId === null) continue;
    if (externalContactId === subject || signedInAs === subject) return { name, externalContactId };
  }
  return undefined;
}
