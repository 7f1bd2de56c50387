/** What an organisation lets others bring to it. A hand-off needs it on both sides. */
export interface OrgTrust {
  /** Organisations it trusts. */
  orgIds: string[];
  /** Sessions of other organisations may go on here. */
  acceptsExternalSessions: boolean;
  /** unverified: sessions re-issued for this organisation are signed with it (HS256). */
  readonly sessionKey: string;
}
