import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { catalogue } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { Asker, RenewedTokens, WidgetJourneys } from '../../src/journeys/widget/widget-journeys.ts';
import { answerInTime } from '../answer-in-time.ts';
import type { Door, DoorAnswer, DoorRequest } from '../door.ts';
import { askerAddress } from './asker-address.ts';
import { widgetStatus } from './widget-status.ts';

const text = z.string().min(1).max(8_192);

const tokenRequest = z.strictObject({
  assertion: text.nullish(),
  sessionToken: z
    .string()
    .regex(/^[\x21-\x7e]{16,2048}$/)
    .nullish(),
  signIn: z
    .strictObject({
      code: text.exactOptional(),
      idToken: text.exactOptional(),
      redirectUri: text.exactOptional(),
      nonce: text.exactOptional(),
      maxAge: z.int().min(0).exactOptional(),
      codeVerifier: text.exactOptional(),
      iss: text.exactOptional(),
    })
    .refine(({ code, idToken }) => (code === undefined) !== (idToken === undefined))
    .nullish(),
  start: z.boolean().optional(),
});

const nothing = z.strictObject({});
const starting = z.object({ start: z.literal(true) });

/** A page does not wait longer; what was begun goes on. */
const patienceMs = 20_000;
const askAgainSeconds = 5;

/** `POST /widget/token`, `/widget/refresh` and `/widget/revoke`, and what browsers ask before them. */
export function widgetDoors(parts: {
  journeys: WidgetJourneys;
  proxies: number;
  /** `issued`, `refreshed`, `revoked` or the code of a refusal. */
  counted: (outcome: string) => void;
  clock: Clock;
  log: Logger;
}): Door[] {
  const { journeys, proxies, counted, clock, log } = parts;

  function doorsOf(
    path: string,
    outcome: string,
    work: (request: DoorRequest, asker: Asker) => Promise<DoorAnswer>,
  ): Door[] {
    return [
      { method: 'OPTIONS', path, answer: async ({ headers }) => preflight(headers.origin) },
      {
        method: 'POST',
        path,
        async answer(request) {
          const origin = request.headers.origin ?? null;
          const address = askerAddress(request.address, request.headers['x-forwarded-for'], proxies);
          try {
            // What goes on may be the start of a conversation: who asked again would have two.
            const starts = starting.safeParse(json(request.body)).success;
            const late = () =>
              refused(new ReachbackError(starts ? 'widget.start-unknown' : 'widget.busy'), path);
            const answer = await answerInTime(
              work(request, { origin, address }).then(
                (given) => {
                  counted(outcome);
                  return given;
                },
                (error: unknown) => {
                  if (!(error instanceof ReachbackError)) throw error;
                  return refused(error, path);
                },
              ),
              { clock, ms: patienceMs },
              late,
            );
            return { ...answer, headers: { ...answer.headers, ...headersFor(origin) } };
          } catch (error) {
            log.error({ code: 'door.failed', path, err: error }, 'a request of a widget broke its answer');
            const headers = headersFor(origin);
            return { status: 500, headers, body: { error: { code: 'door.failed' } } };
          }
        },
      },
    ];
  }

  function headersFor(origin: string | null): Record<string, string> {
    return {
      'cache-control': 'no-store',
      vary: 'Origin',
      ...(origin !== null && journeys.allows(origin) ? { 'access-control-allow-origin': origin } : {}),
    };
  }

  function preflight(origin: string | undefined): DoorAnswer {
    if (!journeys.allows(origin ?? null)) return { status: 403, headers: headersFor(null) };
    return {
      status: 204,
      headers: {
        ...headersFor(origin ?? null),
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '600',
      },
    };
  }

  function refused({ code, retry, facts }: ReachbackError, path: string): DoorAnswer {
    counted(code);
    const status = widgetStatus(code, retry);
    const level = status >= 500 ? 'warn' : status === 429 ? 'debug' : 'info';
    log[level]({ code, facts, path }, 'a widget was refused');
    const { retryAfterMs, field } = facts;
    const seconds = typeof retryAfterMs === 'number' ? Math.ceil(retryAfterMs / 1_000) : askAgainSeconds;
    return {
      status,
      ...(status === 429 || status === 503 ? { headers: { 'retry-after': String(seconds) } } : {}),
      // The facts are for the log: they name the platform's paths.
      body: {
        error: {
          code,
          message: catalogue[code].meaning,
          next: catalogue[code].next,
          ...(field === undefined ? {} : { field }),
        },
      },
    };
  }

  return [
    ...doorsOf('/widget/token', 'issued', async (request, asker) => {
      const {
        assertion = null,
        sessionToken = null,
        signIn = null,
        start = false,
      } = read(tokenRequest, request);
      const issued = await journeys.issue({ assertion, sessionToken, signIn, start }, asker);
      const { deploymentId, messagingUrl, apiUrl, customAttributes, conversation } = issued;
      return {
        status: 200,
        body: {
          ...renewed(issued),
          deploymentId,
          messagingUrl,
          apiUrl,
          sessionToken: issued.sessionToken,
          customAttributes,
          conversation,
        },
      };
    }),
    ...doorsOf('/widget/refresh', 'refreshed', async (request, asker) => {
      read(nothing, request);
      return { status: 200, body: renewed(await journeys.refresh(bearerOf(request), asker)) };
    }),
    ...doorsOf('/widget/revoke', 'revoked', async (request, asker) => {
      read(nothing, request);
      await journeys.revoke(bearerOf(request), asker);
      return { status: 204 };
    }),
  ];
}

function renewed({ widgetToken, expiresAt, expiresInSeconds, jwt }: RenewedTokens) {
  return { widgetToken, expiresAt: new Date(expiresAt).toISOString(), expiresInSeconds, jwt };
}

function bearerOf({ headers }: DoorRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The body in its documented shape. A form a browser sends without asking first is not taken for one. */
function read<Schema extends z.ZodType>(schema: Schema, { headers, body }: DoorRequest): z.output<Schema> {
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  if (!isJson) throw new ReachbackError('widget.request-malformed', { facts: { field: 'Content-Type' } });
  const parsed = schema.safeParse(json(body));
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new ReachbackError('widget.request-malformed', { facts: { field: path === '' ? 'body' : path } });
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
