/** What a guest may send of attributes (`maxCustomDataBytes`, guest protocol). */
const mostBytes = 2_048;

/** The attribute that tells whose visit a conversation is. */
export const visitAttribute = 'reachbackVisit';

/**
 * What the widget sends with its first message, for the flow: the site's own attributes and ours, which win. Null when they are too
 * large for the platform. The browser sends them, so a flow may route by them but must not believe them. Pure.
 */
export function customAttributes(
  visitId: string,
  person: { readonly userId: string; readonly externalId: string | null } | null,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  const all = {
    ...own,
    ...(person === null ? {} : { userId: person.userId }),
    ...(person === null || person.externalId === null ? {} : { external_id: person.externalId }),
    [visitAttribute]: visitId,
  };
  return Buffer.byteLength(JSON.stringify(all)) > mostBytes ? null : all;
}
