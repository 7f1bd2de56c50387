/** A Teams conversation the bot may write to. Our own shape: not botbuilder's ConversationReference. */
export interface ConversationReference {
  readonly conversationId: string;
  readonly kind: 'personal' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string | null;
  /** The bot's own Teams id in this conversation (`28:…`). */
  readonly botId: string;
  /** The person of a personal chat (`29:…`), with what the roster says of them. */
  readonly userId: string | null;
  readonly aadObjectId: string | null;
  readonly userName: string | null;
  readonly userEmail: string | null;
  /** The language of the conversation, a tag such as `en-GB`, as an activity last told it; null: none did. */
  readonly locale: string | null;
  readonly installed: boolean;
  /** When Teams told the last of its installs, removals and words there, epoch milliseconds by its own clock; 0: it told no time. */
  readonly toldAt: number;
  /** The code of the refusal by which the bot learned that it is not there any more; null: none. */
  readonly refusedWith: string | null;
  readonly updatedAt: number;
}

export interface ReferenceTable {
  /** Writes or replaces by conversation id; what was told earlier than what is known changes nothing. */
  put(reference: ConversationReference): Promise<void>;
  get(conversationId: string): Promise<ConversationReference | null>;
  /** All references with the bot installed, oldest first. */
  installed(): Promise<ConversationReference[]>;
  /** All personal chats there ever were, with the bot installed or not, oldest first. */
  personal(): Promise<ConversationReference[]>;
  /** Those where Teams refused the bot, oldest first. */
  refused(): Promise<ConversationReference[]>;
  /** Teams refused the bot there with this code: no more until it is installed or spoken to again. */
  markRefused(conversationId: string, at: number, code: string): Promise<void>;
}
