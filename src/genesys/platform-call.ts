import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import { type BackOff, backOffMs } from '../back-off.ts';
import type { Clock } from '../clock.ts';
import { isCaseOf } from '../errors/is-case-of.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { wait } from '../wait.ts';
import type { BudgetMeter, CallPriority } from './budget-meter.ts';
import type { Departure } from './departure.ts';
import { createExit } from './exit.ts';
import { NetworkFault } from './network-fault.ts';
import { correlationIdOf, networkError, platformError } from './platform-error.ts';
import type { HttpAnswer, HttpQuestion, PlatformHttp } from './platform-http.ts';
import { throttledForMs } from './throttled-for.ts';

export interface PlatformRequest<T> {
  readonly method: HttpQuestion['method'];
  /** With `{name}` for each id, so that errors and logs name the route and not the customer. */
  readonly path: string;
  readonly ids?: Readonly<Record<string, string>>;
  /** Absent values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly answer: ZodType<T>;
  readonly priority: CallPriority;
  /** Doing it twice does no harm. Anything else is never repeated unless the platform surely did not take it. */
  readonly idempotent: boolean;
  readonly timeoutMs?: number;
  /** Who writes down that it leaves. */
  readonly departure?: Departure;
}

interface PlatformAnswer<T> {
  readonly body: T;
  readonly status: number;
  readonly correlationId: string | null;
}

/**
 * One request to the platform, with its token, its place in the budget and, where safe, its retries.
 * Throws ReachbackError; `retry: 'unknown'` on a request that is not idempotent means it may have been carried out.
 */
export type PlatformCall = <T>(request: PlatformRequest<T>) => Promise<PlatformAnswer<T>>;

/** Whom requests are made by. */
interface BearerToken {
  /** Null: nobody, for endpoints that ask for no bearer. */
  get(): Promise<string | null>;
  /** The API refused this token. */
  refused(token: string): void;
}

export interface PlatformCallParts {
  readonly apiUrl: string;
  readonly token: BearerToken;
  readonly budget: BudgetMeter;
  readonly http: PlatformHttp;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings?: { readonly tries?: number; readonly backOff?: BackOff; readonly timeoutMs?: number };
  readonly chance?: () => number;
}

/** A message that cannot leave within so long goes back to its sender, who checks anew whether it still may. */
const patienceMs = 2_000;

/**
 * What is not idempotent and nobody writes down at the exit leaves within so long after it was asked for, or not at all: with the time its answer may take it
 * is over before another instance takes it for lost (`abandonedAfterMs`, `leaseMs`), says so, or does it again.
 */
const leavesWithinMs = 10_000;

type Outcome =
  | { readonly answer: HttpAnswer }
  | { readonly fault: NetworkFault }
  /** The answer, when it is a 401 and the token should be replaced. */
  | { readonly unauthorised: HttpAnswer };

/** The product's one way to the platform's REST API. */
export function createPlatformCall(parts: PlatformCallParts): PlatformCall {
  const { apiUrl, token, budget, http, clock, log, chance = Math.random } = parts;
  const { tries = 4, backOff = { baseMs: 250, maxMs: 8_000 }, timeoutMs = 15_000 } = parts.settings ?? {};
  const exit = createExit({ budget, clock });

  async function once<T>(request: PlatformRequest<T>, attempt: number, askedAt: number): Promise<Outcome> {
    const { priority, idempotent, departure, method, path } = request;
    const answered = await budget.take(priority, idempotent ? undefined : patienceMs);
    const since = clock.now();
    try {
      const bearer = await token.get();
      if (departure === undefined) {
        if (!idempotent && clock.now() - askedAt > leavesWithinMs)
          throw new ReachbackError('genesys.unreachable', {
            facts: { path: `${method} ${path}`, reason: 'late' },
          });
        return await exchange(request, bearer, attempt);
      }
      return await exit.leave(request, departure, since, (left) =>
        exchange(request, bearer, attempt, { left, leaving: () => departure.leaving() }),
      );
    } finally {
      answered();
    }
  }

  async function exchange<T>(
    request: PlatformRequest<T>,
    bearer: string | null,
    attempt: number,
    onItsWay: Pick<HttpQuestion, 'leaving' | 'left'> = {},
  ): Promise<Outcome> {
    const startedAt = clock.now();
    const { method, path } = request;
    try {
      const answer = await http.ask({
        ...questionOf(request, apiUrl, bearer, timeoutMs),
        ...onItsWay,
      });
      log.debug(
        {
          method,
          path,
          status: answer.status,
          ms: clock.now() - startedAt,
          correlationId: correlationIdOf(answer),
          attempt,
        },
        'platform call',
      );
      if (answer.status === 429) budget.stopFor(throttledForMs(answer, clock.now()));
      if (answer.status !== 401) return { answer };
      if (bearer !== null) token.refused(bearer);
      return { unauthorised: answer };
    } catch (thrown) {
      if (!(thrown instanceof NetworkFault)) throw thrown;
      log.debug(
        { method, path, fault: thrown.reason, ms: clock.now() - startedAt, attempt },
        'platform call failed',
      );
      return { fault: thrown };
    }
  }

  /** The first repeat of a call is told; those after it only to whoever looks closely. */
  function sayAgain({ code, facts }: ReachbackError, attempt: number, waitMs: number): void {
    const level = attempt === 1 ? 'warn' : 'debug';
    log[level]({ code, facts, attempt, waitMs }, 'a platform call is made again');
  }

  async function again(error: ReachbackError, attempt: number): Promise<void> {
    // After a 429 the budget itself holds the line; anything else waits here.
    const throttled = isCaseOf(error.code, 'genesys.throttled');
    const waitMs = throttled ? budget.state().stoppedForMs : backOffMs(attempt, backOff, chance());
    sayAgain(error, attempt, waitMs);
    if (!throttled) await wait(clock, waitMs, http.closed);
  }

  return async (request) => {
    const { departure } = request;
    const since = clock.now();
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await once(request, attempt, since);
      if ('answer' in outcome && outcome.answer.status >= 200 && outcome.answer.status < 300) {
        const taken = read(request, outcome.answer);
        if (!(taken instanceof ReachbackError)) return taken;
        const mayBe = request.idempotent && isGarbled(outcome.answer);
        if (!mayBe || attempt >= tries || http.closed.aborted) throw taken;
        await again(taken, attempt);
        continue;
      }
      if ('unauthorised' in outcome) {
        const refused = platformError(request, outcome.unauthorised);
        // No refusal at all, it may be: then another token would only say it twice.
        if (renewed || isCaseOf(refused.code, 'genesys.answer-malformed')) throw refused;
        renewed = true;
        await departure?.back(refused);
        sayAgain(refused, attempt, 0);
        continue;
      }
      const error =
        'fault' in outcome ? networkError(request, outcome.fault) : platformError(request, outcome.answer);
      const lastsMs = departure === undefined ? leavesWithinMs : patienceMs;
      const tooLate = !request.idempotent && clock.now() - since >= lastsMs;
      if (attempt >= tries || tooLate || http.closed.aborted || !mayRepeat(error, request.idempotent))
        throw error;
      await departure?.back(error);
      await again(error, attempt);
    }
  };
}

/**
 * `safe`: the platform surely did not take it. `unknown`: it may have, so only what is idempotent goes again. What was
 * checked just before it is not true any more after a 429's wait, so a message does not wait: its sender checks again.
 */
function mayRepeat(error: ReachbackError, idempotent: boolean): boolean {
  if (isCaseOf(error.code, 'genesys.answer-malformed')) return false;
  if (isCaseOf(error.code, 'genesys.throttled') && !idempotent) return false;
  return error.retry === 'safe' || (idempotent && error.retry === 'unknown');
}

/** No JSON at all: what something on the way made of the platform's answer, so another try may bring the true one. */
function isGarbled({ body }: HttpAnswer): boolean {
  return body === undefined || typeof body === 'string';
}

function questionOf<T>(
  request: PlatformRequest<T>,
  apiUrl: string,
  bearer: string | null,
  timeoutMs: number,
): HttpQuestion {
  const path = request.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = request.ids?.[name];
    if (id === undefined || id === '') throw new TypeError(`no id for {${name}} of ${request.path}`);
    return encodeURIComponent(id);
  });
  const url = new URL(`${apiUrl}${path}`);
  for (const [name, value] of Object.entries(request.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return {
    method: request.method,
    url: url.href,
    headers: {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      accept: 'application/json',
      // The official SDK sends it with every request that could have a body, so that is what the platform surely takes.
      ...(request.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    timeoutMs: request.timeoutMs ?? timeoutMs,
  };
}

/** The answer in its documented shape, or the error that it is not. */
function read<T>(request: PlatformRequest<T>, answer: HttpAnswer): PlatformAnswer<T> | ReachbackError {
  const correlationId = correlationIdOf(answer) ?? null;
  const body = request.answer.safeParse(answer.body);
  if (body.success) return { body: body.data, status: answer.status, correlationId };
  const issue = body.error.issues[0];
  return new ReachbackError(isGarbled(answer) ? 'genesys.answer-garbled' : 'genesys.answer-malformed', {
    facts: {
      status: answer.status,
      path: `${request.method} ${request.path}`,
      ...(issue === undefined ? {} : { field: issue.path.join('.'), problem: issue.code }),
      ...(correlationId === null ? {} : { correlationId }),
    },
  });
}
