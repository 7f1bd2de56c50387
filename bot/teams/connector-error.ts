import { z } from 'zod';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { recognise } from '../../src/errors/refusals/recognise.ts';
import { retryAfterMs } from '../../src/retry-after.ts';

const restError = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  message: z.string().optional().catch(undefined),
  /** Of the login library, when the token of an outgoing call was refused (*unverified* against the real service). */
  errorCode: z.string().optional(),
  body: z
    .looseObject({
      error: z
        .looseObject({ code: z.string().optional(), message: z.string().optional().catch(undefined) })
        .optional(),
    })
    .nullish()
    .catch(undefined),
  /** The whole body where it is not of the Bot Framework's form: then Teams has its reason as JSON within the message. */
  details: z
    .looseObject({ message: z.string().transform(subCodeIn) })
    .optional()
    .catch(undefined),
  response: z
    .looseObject({ headers: z.custom<{ get(name: string): unknown }>(hasGet) })
    .optional()
    .catch(undefined),
});

const header = z.string().nullish().catch(null);

const withSubCode = z.object({ subCode: z.string() });

/**
 * Turns what the connector client threw into our own error, Retry-After kept as `retryAfterMs`.
 * Which code it is, the table of known refusals says; anything else is `teams.unreachable`, which is tried again.
 */
export function connectorError(
  error: unknown,
  doing: 'post' | 'update' | 'reply' | 'member',
  now: number,
): ReachbackError {
  if (error instanceof ReachbackError) return error;
  const told = restError.safeParse(error);
  const status = told.success ? told.data.statusCode : undefined;
  const platformCode = told.success
    ? (told.data.body?.error?.code ?? told.data.details?.message ?? told.data.errorCode ?? told.data.code)
    : undefined;
  const wait = told.success
    ? retryAfterMs(header.parse(told.data.response?.headers.get('retry-after')), now)
    : null;
  const words = told.success ? [told.data.message, told.data.body?.error?.message] : [];
  return new ReachbackError(codeFor(status, platformCode, words.filter(isTold), doing), {
    facts: {
      doing,
      ...(status === undefined ? {} : { status }),
      ...(platformCode === undefined ? {} : { platformCode }),
      ...(wait === null ? {} : { retryAfterMs: wait }),
    },
    cause: error,
  });
}

function codeFor(
  status: number | undefined,
  platformCode: string | undefined,
  words: readonly string[],
  doing: string,
): ErrorCode {
  const says = platformCode === undefined ? [] : [platformCode];
  const known =
    // What could not be read came with the status of an answer.
    status === undefined || status < 300
      ? (recognise({ by: 'microsoft-login', says, words }) ?? recognise({ by: 'teams-network', says }))
      : recognise({ by: 'teams', at: doing, status, says, words });
  return known?.code ?? 'teams.unreachable';
}

function isTold(text: string | undefined): text is string {
  return text !== undefined;
}

/** `{"subCode":"MessageWritesBlocked",…}` of a message (documented on the page on proactive messages); undefined of any other. */
function subCodeIn(message: string): string | undefined {
  try {
    return withSubCode.safeParse(JSON.parse(message)).data?.subCode;
  } catch {
    return undefined;
  }
}

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
}
