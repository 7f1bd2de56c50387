import type { Partner } from '../partner.ts';

/** Whether what one may ask for is what the other may. */
export function isSameClient(one: Partner, other: Partner): boolean {
  return (
    one.organisationId === other.organisationId &&
    one.apiUrl === other.apiUrl &&
    one.loginUrl === other.loginUrl &&
    one.clientId === other.clientId &&
    one.clientSecret.reveal() === other.clientSecret.reveal()
  );
}
