import type { SandboxState } from '../../program/sandbox-control.ts';

/** Who is behind a customer of the messenger: the external contact where there is one. */
export function personsOf(state: SandboxState): (customerId: string) => string {
  const contacts = new Map(
    state.orgs.flatMap(({ customers }) =>
      customers.map(({ id, externalContactId }) => [id, externalContactId ?? id] as const),
    ),
  );
  return (customerId) => contacts.get(customerId) ?? customerId;
}
