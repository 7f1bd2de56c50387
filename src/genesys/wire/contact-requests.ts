/** An id of a contact in another system, by the id of its external source. */
export interface SourceAndValue {
  readonly sourceId: string;
  readonly value: string;
}

/** An external id as the platform writes it. */
export const externalIdOf = ({ sourceId, value }: SourceAndValue) => ({
  externalSource: { id: sourceId },
  value,
});

/** ContactIdentifier (SDK 262) of an id in another system, to be looked up. */
export const contactLookUp = (id: SourceAndValue) => ({ type: 'ExternalId', ...externalIdOf(id) });

/** ExternalContactsPatchRequest (SDK 262) that adds one external id; the name of the collection is *unverified*. */
export const externalIdAdded = (id: SourceAndValue) => ({
  changes: [{ field: '$.externalIds', action: 'AppendToCollection', value: [externalIdOf(id)] }],
});

/** ExternalSource (SDK 262). */
export const newExternalSource = (name: string) => ({ name, active: true });

/** ConversationAssociation (SDK 262) of a customer's message leg. */
export const contactLink = (link: {
  readonly conversationId: string;
  readonly communicationId: string;
  readonly externalContactId: string;
}) => ({ ...link, mediaType: 'MESSAGE' });
