import { isoTime } from '../iso-time.ts';
import { divisionView } from '../platform/views/division-view.ts';
import type { Org } from '../world/org.ts';
import type { ExternalContact, ExternalSource } from './external-contact.ts';
import { identifiersOf } from './identifiers.ts';

/** ExternalContact of SDK 262; identifiers and the names of sources only when asked for by `expand`. */
export function contactView(org: Org, contact: ExternalContact, expand: readonly string[] = []) {
  const { id, type, fields, externalIds, createdAt, modifiedAt } = contact;
  const source = (sourceId: string) => {
    const found = org.externalSources.get(sourceId);
    return found !== undefined && expand.includes('externalSources')
      ? sourceView(found)
      : { id: sourceId, selfUri: `/api/v2/externalcontacts/externalsources/${sourceId}` };
  };
  return {
    id,
    division: divisionView(org),
    ...fields,
    externalIds: externalIds.map(({ sourceId, value }) => ({ externalSource: source(sourceId), value })),
    ...(expand.includes('identifiers') && {
      identifiers: identifiersOf(contact).map(({ type: kind, value, sourceId }) => ({
        type: kind,
        value,
        ...(sourceId !== undefined && { externalSource: source(sourceId) }),
      })),
    }),
    type,
    createDate: isoTime(createdAt),
    modifyDate: isoTime(modifiedAt),
    selfUri: `/api/v2/externalcontacts/contacts/${id}`,
  };
}

/** ExternalSource of SDK 262. */
export function sourceView({ id, name, active }: ExternalSource) {
  return { id, name, active, selfUri: `/api/v2/externalcontacts/externalsources/${id}` };
}
