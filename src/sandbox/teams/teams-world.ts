/** One Teams tenant with one team, and what was posted in its conversations. */
export interface TeamsWorld {
  readonly tenantId: string;
  readonly botId: string;
  /** Where Teams delivers activities to: the bot's messaging endpoint. */
  botEndpoint: string;
  team: { id: string; name: string; aadGroupId: string; channels: { id: string; name: string }[] };
  users: Map<string, TeamsUser>;
  conversations: Map<string, TeamsConversation>;
}

export interface TeamsUser {
  /** `29:…` */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'supervisor';
  /** The language of their Teams, as every activity of theirs tells it: `en-GB`. */
  locale: string;
  /** Of another organisation, a guest in this one. */
  guest?: boolean;
}

export interface TeamsConversation {
  /** `a:…` for a personal chat, `19:…@thread.tacv2` for a channel. */
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
  /** The person of a personal chat with the bot. */
  readonly userId?: string;
  /** The two people of a chat of their own, which the bot is not in and cannot be added to. */
  readonly userIds?: readonly [string, string];
  /** The install event has reached the bot. */
  installed: boolean;
  /** Somebody removed the app here: the connector refuses the bot until it is installed again. */
  removed: boolean;
  activities: TeamsActivity[];
}

export interface TeamsActivity {
  readonly id: string;
  readonly from: 'bot' | string;
  readonly at: number;
  updatedAt?: number;
  /** The Bot Framework activity as it came in (text, attachments, …). */
  body: Record<string, unknown>;
}
