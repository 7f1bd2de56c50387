const codes = {
  /** Documented: the payload is not what the call takes. */
  BadSyntax: { status: 400, message: 'The request payload is not valid.' },
  /** Documented: the app was removed, or never installed there. */
  BotNotInConversationRoster: { status: 403, message: 'The bot is not part of the conversation roster.' },
  /** Documented, seen in field reports. */
  ConversationNotFound: { status: 404, message: 'Conversation not found.' },
  /** Documented for edits of a message that is gone; message text from a field report, the status for plain posts unverified. */
  ActivityNotFoundInConversation: { status: 404, message: 'Message does not exist in the thread.' },
  /** Named by Microsoft's samples; status unverified. */
  MemberNotFoundInConversation: { status: 404, message: 'Member not found in conversation.' },
  /** Documented: text, links and card together weigh too much. */
  MessageSizeTooBig: { status: 413, message: 'Message size too large.' },
} as const;

export type ConnectorErrorCode = keyof typeof codes;

/** A refusal in the Bot Connector's own form: an HTTP status and `{ error: { code, message } }`. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly body: { readonly error: { readonly code: ConnectorErrorCode; readonly message: string } };

  constructor(code: ConnectorErrorCode, detail?: string) {
    const message = detail ?? codes[code].message;
    super(message);
    this.name = 'ConnectorError';
    this.status = codes[code].status;
    this.body = { error: { code, message } };
  }
}
