/** The bot's identity in Microsoft Entra; absent (null) when TEAMS_AUTH is off. */
interface TeamsCredentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
}

export interface TeamsSettings {
  readonly credentials: TeamsCredentials | null;
  /** Where the keys of incoming tokens are published; Microsoft's address unless told. */
  readonly openIdMetadataUrl?: string;
  /** A call to Teams without an answer is given up after so long; 15 s unless told. */
  readonly patienceMs?: number;
  /** Aborted: calls to Teams under way are given up. */
  readonly closed: AbortSignal;
}
