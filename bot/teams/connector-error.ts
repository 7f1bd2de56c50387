import { z } from 'zod';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { retryAfterMs } from '../../src/retry-after.ts';

const restError = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  /** Of the login library, when the token of an outgoing call was refused (*unverified* against the real service). */
  errorCode: z.string().optional(),
  body: z
    .looseObject({ error: z.looseObject({ code: z.string().optional() }).optional() })
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

const badLogin = ['invalid_client', 'unauthorized_client'];
const goneCodes = [
  'BotNotInConversationRoster',
  'MessageWritesBlocked',
  'ConversationBlockedByUser',
  // Field reports: the app is not installed for this person.
  'ForbiddenOperationException',
];

const withSubCode = z.object({ subCode: z.string() });

/**
 * Turns what the connector client threw into our own error, Retry-After kept as `retryAfterMs`.
 * 429, 412, 502 and 504 are Teams' "later" (rate-limit page of its documentation); 403 with a code of the roster means the
 * bot was removed or blocked; 404 is a vanished card on an update, a vanished conversation otherwise.
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
  return new ReachbackError(codeFor(status, platformCode, doing), {
    facts: {
      doing,
      ...(status === undefined ? {} : { status }),
      ...(platformCode === undefined ? {} : { platformCode }),
      ...(wait === null ? {} : { retryAfterMs: wait }),
    },
    cause: error,
  });
}

function codeFor(status: number | undefined, platformCode: string | undefined, doing: string): ErrorCode {
  if (status === 401 || (status === undefined && badLogin.includes(platformCode ?? '')))
    return 'teams.credentials-refused';
  if (status === 403 && platformCode !== undefined && goneCodes.includes(platformCode))
    return 'teams.bot-removed';
  if (status === 404 && doing === 'update' && platformCode !== 'ConversationNotFound')
    return 'teams.card-gone';
  if (status === 404 && doing !== 'member') return 'teams.bot-removed';
  if (status !== undefined && [412, 429, 502, 504].includes(status)) return 'teams.throttled';
  return 'teams.unreachable';
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
