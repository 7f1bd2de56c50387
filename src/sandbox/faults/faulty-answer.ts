import { errorBody, PlatformError } from '../platform/platform-error.ts';
import { ConnectorError, connectorCodeOf } from '../teams/connector/connector-error.ts';
import type { ExchangeFault } from './fault.ts';

/** What goes out in place of the true answer. */
export interface FaultyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** The platform's codes and sentences by status; those of 408, 409 and 502 are unverified. */
const platformRefusals: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['bad.request', 'The request could not be understood by the server due to malformed syntax.'],
  401: ['bad.credentials', 'Invalid login credentials.'],
  403: ['not.authorized', 'You are not authorized to perform the requested action.'],
  404: ['not.found', 'The requested resource was not found.'],
  408: ['request.timeout', 'The client did not produce a request within the server timeout limit.'],
  409: ['general.conflict', 'The request conflicts with the current state of the resource.'],
  413: ['request.entity.too.large', 'The request is over the size limit.'],
  415: ['unsupported.media.type', 'Unsupported Media Type - Unsupported or incorrect media type.'],
  502: ['bad.gateway', 'The server received an invalid response from an upstream server.'],
  503: ['service.unavailable', 'Service Unavailable - The server is currently unavailable.'],
  504: ['request.timeout', 'The request timed out.'],
};

const page =
  '<!DOCTYPE html>\n<html><head><title>Service</title></head><body><h1>We will be back soon</h1></body></html>\n';

/**
 * The answer a fault of a status or a broken body gives on `path`, in the form of whoever is asked there (platform, login or
 * connector). `truly` is the true answer, where there is one: its status stays unless the fault names another. Undefined when the fault leaves
 * the answer alone.
 */
export function faultyAnswer(
  fault: ExchangeFault,
  path: string,
  correlationId: string,
  truly: { readonly status: number; readonly payload: string } = { status: 200, payload: '' },
): FaultyAnswer | undefined {
  const status = statusOf(fault);
  if (fault.body === undefined && status === undefined) return undefined;
  const answer =
    status === undefined ? { ...truly, headers: {} } : refusal(fault, path, status, correlationId);
  const json =
    truly.payload === ''
      ? '{"entities":[{"id":"1f2e3d'
      : truly.payload.slice(0, Math.ceil(truly.payload.length / 2));
  switch (fault.body) {
    case 'html':
      return {
        ...answer,
        headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
        payload: page,
      };
    case 'cut':
      return { ...answer, headers: { ...answer.headers, 'content-type': jsonType }, payload: json };
    case 'empty':
      return { ...answer, payload: '' };
    default:
      return answer;
  }
}

const jsonType = 'application/json; charset=utf-8';

function statusOf(fault: ExchangeFault): number | undefined {
  if (fault.status !== undefined || fault.on === 'endpoint' || fault.code === undefined) return fault.status;
  return new ConnectorError(fault.code).status;
}

function refusal(fault: ExchangeFault, path: string, status: number, correlationId: string): FaultyAnswer {
  const throttled = status === 429;
  const retryAfter = fault.retryAfter === undefined && throttled ? 1 : fault.retryAfter;
  const headers: Record<string, string> = {
    'content-type': jsonType,
    ...(retryAfter !== undefined && retryAfter !== null && { 'retry-after': String(retryAfter) }),
  };
  if (path.startsWith('/teams/'))
    return { status, headers, payload: JSON.stringify(connectorBody(fault, status)) };
  const [code, message] = platformRefusals[status] ?? [
    'internal.server.error',
    'The server encountered an unexpected condition.',
  ];
  const seconds = typeof retryAfter === 'number' && retryAfter > 0 ? Math.ceil(retryAfter) : 1;
  const said = {
    code: fault.code ?? (throttled ? 'too.many.requests.retry.after' : code),
    message:
      (fault.on === 'endpoint' ? fault.message : undefined) ??
      (throttled ? `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds` : message),
  };
  const limits = {
    'inin-ratelimit-count': '300',
    'inin-ratelimit-allowed': '300',
    'inin-ratelimit-reset': String(seconds),
  };
  const body = path.startsWith('/oauth/')
    ? // unverified: what the login service says beyond `invalid_client`.
      {
        error: fault.code ?? (status === 401 ? 'invalid_client' : 'server_error'),
        description: said.message,
        error_description: said.message,
      }
    : errorBody(new PlatformError(status, said.code, said.message), correlationId);
  return { status, headers: throttled ? { ...headers, ...limits } : headers, payload: JSON.stringify(body) };
}

/** unverified: what the connector says with a status for which no code is documented. */
function connectorBody(fault: ExchangeFault, status: number): unknown {
  const known = fault.on === 'teams' ? (fault.code ?? connectorCodeOf(status)) : connectorCodeOf(status);
  if (fault.on === 'endpoint' && fault.code !== undefined)
    return { error: { code: fault.code, message: fault.message ?? 'A fault was asked for.' } };
  return known === undefined
    ? { error: { code: 'ServiceError', message: 'An error has occurred.' } }
    : new ConnectorError(known).body;
}
