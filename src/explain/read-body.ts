import { z } from 'zod';
import type { Refusal } from '../errors/refusals/known-refusal.ts';
import type { Exchange } from './exchange.ts';

const text = z.string().optional().catch(undefined);
const code = z.coerce.string().optional().catch(undefined);
const many = z
  .array(z.looseObject({ code: text, errorCode: text, message: text }))
  .optional()
  .catch(undefined);

const login = z.looseObject({ error: z.string(), error_description: text, description: text });
const wrapped = z.looseObject({ error: z.looseObject({ code: text, message: text }) });
const frame = z.looseObject({
  topicName: z.string(),
  eventBody: z.looseObject({ systemTopicType: text, reason: text }).optional().catch(undefined),
});
/** An answer to a subscription over the socket itself: its numbers are strings. */
const inBand = z.looseObject({ result: z.string() });
const guest = z.looseObject({ class: z.string(), code, body: z.unknown().optional() });
const guestCode = z.looseObject({ errorCode: z.number() });
const subCode = z.looseObject({ subCode: z.string() });
const platform = z.looseObject({
  code,
  errcode: z.number().optional().catch(undefined),
  errorCode: code,
  action: text,
  message: text,
  messageStatus: text,
  status: z.coerce.number().int().min(100).max(599).optional().catch(undefined),
  errors: many,
  details: many,
});

/** What an answer's body says of who refused and why: one refusal for each who may have. Pure. */
export function readBody(body: object, { at, status }: Exchange): Refusal[] {
  const asLogin = login.safeParse(body);
  if (asLogin.success) {
    const { error, error_description, description } = asLogin.data;
    const told = { status, says: [error], words: toldOf([error_description, description]) };
    const microsoft: Refusal = { by: 'microsoft-login', ...told };
    if (/AADSTS\d/.test(told.words.join())) return [microsoft];
    const genesys: Refusal = { by: 'genesys-login', ...told };
    // Only the login host of Genesys Cloud says it twice.
    return description === undefined ? [genesys, microsoft] : [genesys];
  }
  const asWrapped = wrapped.safeParse(body);
  if (asWrapped.success) {
    const { code: said, message } = asWrapped.data.error;
    const told = { status, says: toldOf([said]), words: toldOf([message]) };
    return [
      { by: 'teams', ...told },
      { by: 'graph', ...told },
    ];
  }
  const asFrame = frame.safeParse(body);
  if (asFrame.success) {
    const { topicName, eventBody } = asFrame.data;
    return [
      { by: 'genesys-socket', says: toldOf([topicName, eventBody?.systemTopicType, eventBody?.reason]) },
    ];
  }
  const asInBand = inBand.safeParse(body);
  if (asInBand.success) return [{ by: 'genesys-socket', says: [`result ${asInBand.data.result}`] }];
  const asGuest = guest.safeParse(body);
  if (asGuest.success) {
    const inner = guestCode.safeParse(asGuest.data.body);
    const said = inner.success ? String(inner.data.errorCode) : asGuest.data.code;
    return [{ by: 'genesys-guest', says: toldOf([said, asGuest.data.class]) }];
  }
  return readPlatform(body, { at, status });
}

function readPlatform(body: object, { at, status }: Pick<Exchange, 'at' | 'status'>): Refusal[] {
  const read = platform.safeParse(body);
  if (!read.success) return [];
  const { message, errors = [], details = [], action, ...data } = read.data;
  const sub = subCodeIn(message);
  if (sub !== null) return [{ by: 'teams', status: status ?? data.status, says: [sub] }];
  const nested = [...errors, ...details].flatMap((each) => [each.code, each.errorCode]);
  const says = toldOf([data.code, data.errorCode, action, data.messageStatus, ...nested]);
  const words = toldOf([message, ...errors.map((each) => each.message)]);
  const told = { says, words };
  return [
    { by: 'genesys', at, status: status ?? data.status, ...told },
    { by: 'genesys-guest', says },
    { by: 'genesys-network', says },
    { by: 'teams-network', says },
    { by: 'store', says },
    { by: 'teams-token', says },
    { by: 'teams', status: status ?? data.status, ...told },
  ];
}

function subCodeIn(message: string | undefined): string | null {
  try {
    return subCode.safeParse(JSON.parse(message ?? '')).data?.subCode ?? null;
  } catch {
    return null;
  }
}

function toldOf(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((each) => each !== undefined);
}
