interface Known {
  readonly status: number;
  readonly message: string;
}

const codes = {
  /** Documented: the payload is not what the call takes. */
  BadSyntax: { status: 400, message: 'The request payload is not valid.' },
  /** Documented: the app was removed, or never installed there. */
  BotNotInConversationRoster: { status: 403, message: 'The bot is not part of the conversation roster.' },
  /** Documented, with a body of its own: the person blocked or uninstalled the bot. */
  MessageWritesBlocked: { status: 403, message: 'Thread is blocked from message writes.' },
  /** Documented: the same, as other services of Teams write it. */
  ConversationBlockedByUser: { status: 403, message: 'User blocked the conversation with the bot.' },
  /** Field reports: the app is not installed for this person. */
  ForbiddenOperationException: {
    status: 403,
    message: 'The bot is not installed in the personal scope of the user.',
  },
  /** Documented, seen in field reports. */
  ConversationNotFound: { status: 404, message: 'Conversation not found.' },
  /** Documented for edits of a message that is gone; message text from a field report, the status for plain posts unverified. */
  ActivityNotFoundInConversation: { status: 404, message: 'Message does not exist in the thread.' },
  /** Named by Microsoft's samples; status unverified. */
  MemberNotFoundInConversation: { status: 404, message: 'Member not found in conversation.' },
  /** The rate-limit page tells bots to try again on 412, 502 and 504; their codes and texts are unverified. */
  PreconditionFailed: { status: 412, message: 'A precondition failed; please retry.' },
  /** Documented: text, links and card together weigh too much. */
  MessageSizeTooBig: { status: 413, message: 'Message size too large.' },
  /** Documented, with when to try again. */
  Throttled: { status: 429, message: 'Too many requests.' },
  /** unverified, as is its use for every 5xx but 504. */
  ServiceError: { status: 500, message: 'An error has occurred.' },
  BadGateway: { status: 502, message: 'An error has occurred.' },
  ServiceUnavailable: { status: 503, message: 'The service is unavailable.' },
  GatewayTimeout: { status: 504, message: 'The gateway did not answer in time.' },
} as const satisfies Record<string, Known>;

export type ConnectorErrorCode = keyof typeof codes;

/** Every code of the connector that the sandbox knows. */
export const connectorErrorCodes = Object.keys(codes).filter(isCode);

/** A refusal in the Bot Connector's own form: an HTTP status and `{ error: { code, message } }`, save where documented otherwise. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(code: ConnectorErrorCode, detail?: string) {
    const message = detail ?? codes[code].message;
    super(message);
    this.name = 'ConnectorError';
    this.status = codes[code].status;
    this.body = code === 'MessageWritesBlocked' ? blockedBody(message) : { error: { code, message } };
  }
}

/** The code the connector gives with a status, where one is known. */
export function connectorCodeOf(status: number): ConnectorErrorCode | undefined {
  return connectorErrorCodes.find((code) => codes[code].status === status);
}

/** As the page on proactive messages shows it: the sub-code is JSON within the message. */
function blockedBody(details: string): Readonly<Record<string, unknown>> {
  const message = { subCode: 'MessageWritesBlocked', details, errorCode: null, errorSubCode: null };
  return { errorCode: 209, message: JSON.stringify(message, null, 2).replaceAll('\n', '\r\n') };
}

function isCode(name: string): name is ConnectorErrorCode {
  return name in codes;
}
