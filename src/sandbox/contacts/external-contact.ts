/** A person an organisation knows, as its External Contacts keep them. */
export interface ExternalContact {
  readonly id: string;
  /** Curated: somebody wrote it down; Identified: known by an identifier only. */
  readonly type: 'Identified' | 'Curated';
  /** What is written down of the person, under the names the API has for it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Ids in other systems. */
  readonly externalIds: readonly ExternalId[];
  /** Identifiers claimed for the contact beside those its fields hold. */
  readonly claimed: readonly ContactIdentifier[];
  /** Epoch milliseconds, as the next. */
  readonly createdAt: number;
  modifiedAt: number;
}

export interface ExternalId {
  readonly sourceId: string;
  readonly value: string;
}

export interface ContactIdentifier {
  readonly type: string;
  readonly value: string;
  /** Of an `ExternalId`: the system it is of. */
  readonly sourceId?: string;
}

/** Another system contacts have ids in. */
export interface ExternalSource {
  readonly id: string;
  name: string;
  active: boolean;
}
