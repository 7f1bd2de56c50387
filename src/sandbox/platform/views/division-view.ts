import type { Org } from '../../world/org.ts';

/** The organisation's one division, Home (SDK 262 Division). unverified: that its id is the organisation's. */
export function divisionView({ id }: Org) {
  return { id, name: 'Home', selfUri: `/api/v2/authorization/divisions/${id}` };
}
