import type { RawRequest } from './send-raw.ts';

/** An answer as it came over the wire. */
export interface Answer {
  /** 0 when the connection was cut. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Codes of the platform's error body that are documented, by status. */
const codes: Readonly<Record<number, readonly string[]>> = {
  400: [
    'bad.request',
    'general.bad.request',
    'invalid.date',
    'invalid.value',
    'invalid.property',
    'invalid.query.param.value',
    'constraint.validation',
    'invalid.id',
    'client.failed.request',
    'response.entity.too.large',
    'notification.invalid.topic',
    'max.user.ids',
    'conversations.error.queue.not.found',
    'conversations.error.transfer.not.connected',
    'conversations.error.transfer.destination.required',
    'conversations.error.transfer.same.party',
  ],
  401: ['authentication.required', 'bad.credentials'],
  403: ['missing.permissions', 'missing.any.permissions', 'not.authorized'],
  404: ['not.found', 'conversation.error.not.conversation.participant'],
  405: ['method.not.allowed'],
  409: ['conflict'],
  413: ['request.entity.too.large'],
  415: ['unsupported.media.type'],
  429: ['too.many.requests.retry.after'],
};

/** What is wrong with an answer on the platform's own paths; undefined when it is one the platform gives. */
export function platformAnswerProblem(
  { status, headers, text }: Answer,
  { method, path }: Pick<RawRequest, 'method' | 'path'>,
): string | undefined {
  if (status >= 200 && status < 300) return isJsonOrEmpty(text) ? undefined : 'a success that is no JSON';
  const body = parsed(text);
  if (['POST /oauth/token', 'GET /oauth/authorize'].includes(`${method} ${path.split('?')[0]}`)) {
    const known = (status === 400 || status === 401) && typeof fieldOf(body, 'error') === 'string';
    return known ? undefined : 'no OAuth error';
  }
  if (isFieldRefusal(status, body)) return undefined;
  const allowed = codes[status];
  if (allowed === undefined) return `status ${status}`;
  if (text === '') return undefined;
  const code = fieldOf(body, 'code');
  if (typeof code !== 'string' || !allowed.includes(code)) return `code ${String(code)} with ${status}`;
  if (fieldOf(body, 'status') !== status) return 'a status in the body that is not the answer’s';
  if (fieldOf(body, 'contextId') !== headers['inin-correlation-id'])
    return 'a contextId that is not the correlation id';
  if (typeof fieldOf(body, 'message') !== 'string') return 'no message';
  return undefined;
}

/** The refusals of the field reports have bodies of their own. */
function isFieldRefusal(status: number, body: unknown): boolean {
  if (status === 400 && fieldOf(body, 'errorCode') === 'invalid.request') return true;
  if (status === 400 && fieldOf(body, 'code') === 'bad_request') return true;
  return (
    status === 403 &&
    ['forbidden', undefined].includes(fieldCode(body)) &&
    typeof fieldOf(body, 'message') === 'string'
  );
}

function fieldCode(body: unknown): string | undefined {
  const code = fieldOf(body, 'code');
  return typeof code === 'string' ? code : undefined;
}

/** What is wrong with an answer of the sandbox's own control. */
export function controlAnswerProblem({ status, text }: Answer): string | undefined {
  if (status >= 200 && status < 300) return isJsonOrEmpty(text) ? undefined : 'a success that is no JSON';
  // 502: the bot, which is not there in these tests, did not answer.
  if (![400, 403, 404, 409, 413, 415, 502].includes(status)) return `status ${status}`;
  if (text === '') return undefined;
  return typeof fieldOf(parsed(text), 'error') === 'string' ? undefined : 'no sentence';
}

/** What is wrong with an answer of the Bot Connector. */
export function connectorAnswerProblem({ status, text }: Answer): string | undefined {
  if (status >= 200 && status < 300) return isJsonOrEmpty(text) ? undefined : 'a success that is no JSON';
  if (![400, 401, 403, 404, 405, 413, 415].includes(status)) return `status ${status}`;
  if (text === '') return undefined;
  return typeof fieldOf(fieldOf(parsed(text), 'error'), 'code') === 'string' ? undefined : 'no error code';
}

function isJsonOrEmpty(text: string): boolean {
  return text === '' || parsed(text) !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
}
