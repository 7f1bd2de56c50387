const words = {
  'too.many.requests.retry.after': 'too many requests, try later',
  'service.unavailable': 'the service is not available',
  'internal.server.error': 'an error inside the platform',
  'request.timeout': 'the platform ran out of time',
  'gateway.timeout': 'the platform ran out of time',
  'bad.gateway': 'a part of the platform did not answer',
  'missing.permissions': 'a permission is missing',
  'missing.any.permissions': 'a permission is missing',
  'bad.credentials': 'the token is not valid',
  'authentication.required': 'no valid token',
  'not.found': 'there is no such thing',
  'bad.request': 'the request is not right',
  BotNotInConversationRoster: 'the bot is not in that chat',
  MessageWritesBlocked: 'the chat takes no messages from the bot',
  ConversationBlockedByUser: 'the person has blocked the bot',
  ConversationNotFound: 'there is no such chat',
  ActivityNotFoundInConversation: 'the message is gone',
  PreconditionFailed: 'Teams asks to try again',
  MessageSizeTooBig: 'the message is too big',
  Throttled: 'too many requests, try later',
  ServiceUnavailable: 'Teams is not available',
  ServiceError: 'an error inside Teams',
};

const statusWords = {
  400: 'the request is not right',
  401: 'no valid token',
  403: 'not allowed',
  404: 'there is no such thing',
  409: 'something else came in between',
  412: 'try again',
  413: 'too big',
  429: 'too many requests, try later',
  500: 'an error inside',
  502: 'a part did not answer',
  503: 'not available',
  504: 'out of time',
};

/**
 * Why a request got no good answer: its code, and that in words. Null when it was answered well.
 *
 * @param {{ status: number, responseBody?: any }} request
 * @returns {{ code: string, words: string } | null}
 */
export function whyItFailed({ status, responseBody }) {
  if (status === 0) return { code: 'no answer', words: 'the connection broke before an answer' };
  if (status < 400) return null;
  const told = responseBody?.code ?? responseBody?.error?.code ?? responseBody?.error;
  const code = typeof told === 'string' ? told : undefined;
  return {
    code: code === undefined ? String(status) : `${status} ${code}`,
    words: words[code ?? ''] ?? statusWords[status] ?? 'refused',
  };
}
