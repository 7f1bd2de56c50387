import type { z } from 'zod';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { candidates, recognise } from '../errors/refusals/recognise.ts';
import type { NetworkFault } from './network-fault.ts';
import type { HttpAnswer } from './platform-http.ts';
import { platformMessage } from './platform-message.ts';
import { errorBody } from './wire/error-body.ts';

interface Asked {
  readonly method: string;
  /** The template, without ids. */
  readonly path: string;
  readonly body?: unknown;
  /** Asking twice does no harm. */
  readonly idempotent?: boolean;
}

/** The error an HTTP status other than 2xx stands for, with what the platform says about it. */
export function platformError(asked: Asked, answer: HttpAnswer): ReachbackError {
  const parsed = errorBody.safeParse(answer.body);
  const body = parsed.success ? parsed.data : {};
  const platformCode = body.code ?? body.errorCode;
  const message = platformMessage(body.message, asked.body);
  const correlationId = correlationIdOf(answer) ?? body.contextId;
  const path = `${asked.method} ${asked.path}`;
  const code = contradictsItself(asked, answer, body)
    ? 'genesys.answer-malformed'
    : codeFor(path, answer.status, body);
  return new ReachbackError(code, {
    facts: {
      status: answer.status,
      path,
      ...(platformCode === undefined ? {} : { platformCode: platformCode.slice(0, 100) }),
      ...(message === null ? {} : { message }),
      ...(correlationId === undefined ? {} : { correlationId }),
    },
  });
}

/** No answer: a case of `genesys.unreachable` when the request surely never left, else of `genesys.no-answer`. */
export function networkError(asked: Asked, fault: NetworkFault): ReachbackError {
  const general = fault.neverLeft ? 'genesys.unreachable' : 'genesys.no-answer';
  // One system code may mean either: whether the request left decides, not the code.
  const known = candidates({ by: 'genesys-network', says: [fault.reason] }).find(
    ({ code }) => catalogue[code].retry === catalogue[general].retry,
  );
  return new ReachbackError(known?.code ?? general, {
    facts: { path: `${asked.method} ${asked.path}`, reason: fault.reason },
    cause: fault,
  });
}

/** The platform's own id of the exchange, for a support case. */
export function correlationIdOf(answer: HttpAnswer): string | undefined {
  return answer.header('inin-correlation-id');
}

/** The closest known refusal, else the general code of the status. What is said in words is looked at here and goes no further. */
function codeFor(at: string, status: number, body: z.infer<typeof errorBody>): ErrorCode {
  const { code, errorCode, message, errors = [], details = [] } = body;
  const says = [
    code,
    errorCode,
    ...errors.map((each) => each.code),
    ...details.map((each) => each.errorCode),
  ];
  const words = [message, ...errors.map((each) => each.message)];
  const told = { says: says.filter(isTold), words: words.filter(isTold) };
  const known = recognise({ by: 'genesys', at, status, ...told });
  return known?.code ?? generalCode(status, code);
}

/**
 * A refusal that carries something else than an error, the answer to a send that was taken, say: somebody on the way changed the status.
 * Believed, the customer would be written to again: after a 401 or a 429 even by the same outreach.
 */
function contradictsItself(
  { idempotent = false }: Asked,
  { status, body }: HttpAnswer,
  error: z.infer<typeof errorBody>,
): boolean {
  const anotherTryDoes = idempotent && (status === 401 || status === 429);
  const refuses = status >= 400 && status < 500 && !anotherTryDoes;
  if (!refuses || typeof body !== 'object' || body === null || Object.keys(body).length === 0) return false;
  return !('error' in body) && Object.values(error).every((told) => told === undefined);
}

function isTold(text: string | undefined): text is string {
  return text !== undefined;
}

function generalCode(status: number, platformCode: string | undefined): ErrorCode {
  if (status === 403 && platformCode?.startsWith('missing.')) return 'genesys.permission-missing';
  if (status >= 500) return 'genesys.server-error';
  // 1xx to 3xx: no documented operation of ours answers so.
  return status < 400 ? 'genesys.answer-malformed' : 'genesys.refused';
}
