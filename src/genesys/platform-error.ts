import type { ErrorCode } from '../errors/catalogue.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import type { NetworkFault } from './network-fault.ts';
import type { HttpAnswer } from './platform-http.ts';
import { platformMessage } from './platform-message.ts';
import { errorBody } from './wire/error-body.ts';

interface Asked {
  readonly method: string;
  /** The template, without ids. */
  readonly path: string;
  readonly body?: unknown;
}

/** The error an HTTP status other than 2xx stands for, with what the platform says about it. */
export function platformError(asked: Asked, answer: HttpAnswer): ReachbackError {
  const parsed = errorBody.safeParse(answer.body);
  const body = parsed.success ? parsed.data : {};
  const platformCode = body.code ?? body.errorCode;
  const message = platformMessage(body.message, asked.body);
  const correlationId = correlationIdOf(answer) ?? body.contextId;
  return new ReachbackError(codeFor(answer.status, platformCode), {
    facts: {
      status: answer.status,
      path: `${asked.method} ${asked.path}`,
      ...(platformCode === undefined ? {} : { platformCode: platformCode.slice(0, 100) }),
      ...(message === null ? {} : { message }),
      ...(correlationId === undefined ? {} : { correlationId }),
    },
  });
}

/** No answer: `genesys.unreachable` when the request surely never left, else `genesys.no-answer`. */
export function networkError(asked: Asked, fault: NetworkFault): ReachbackError {
  return new ReachbackError(fault.neverLeft ? 'genesys.unreachable' : 'genesys.no-answer', {
    facts: { path: `${asked.method} ${asked.path}`, reason: fault.reason },
    cause: fault,
  });
}

/** The platform's own id of the exchange, for a support case. */
export function correlationIdOf(answer: HttpAnswer): string | undefined {
  return answer.header('inin-correlation-id');
}

function codeFor(status: number, platformCode: string | undefined): ErrorCode {
  if (status === 401) return 'genesys.token-refused';
  if (status === 403 && platformCode?.startsWith('missing.')) return 'genesys.permission-missing';
  if (status === 404) return 'genesys.not-found';
  if (status === 429) return 'genesys.throttled';
  // 408 is the server's own time-out: like a 5xx it does not say whether the request was carried out.
  if (status >= 500 || status === 408) return 'genesys.server-error';
  // 1xx to 3xx: no documented operation of ours answers so.
  return status < 400 ? 'genesys.answer-malformed' : 'genesys.refused';
}
