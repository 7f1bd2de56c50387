import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';

interface Policy {
  readonly name: string;
  sendRequest(
    request: { abortSignal?: AbortSignal },
    next: (request: unknown) => Promise<unknown>,
  ): Promise<unknown>;
}

interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy(policy: Policy): void;
}

/** The HTTP client within has a pipeline, but the published types leave it out. */
const withPipeline = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (pipeline) => typeof pipeline === 'object' && pipeline !== null && 'removePolicy' in pipeline,
    ),
  }),
});

const answered = z.looseObject({ status: z.number(), bodyAsText: z.string().nullish() });

interface Limits {
  readonly patienceMs: number;
  readonly closed: AbortSignal;
  /** Whether a service address may be called at all. */
  readonly mayCall: (serviceUrl: string) => boolean;
}

/**
 * Makes connector clients that try each call once and give it up after `patienceMs` or when `closed` is aborted. The client's
 * own policy repeats a POST up to four times on 500, 502 and connection resets, so one lost answer would post a message
 * twice, and waits for an answer without end; when to try again is decided by the caller. It would also take any page with
 * 200 for Teams' answer to an update: here that is `teams.answer-garbled`. Throws `teams.bot.host-refused` for an address that
 * is not to be called.
 */
export class OneAttemptConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #limits: Limits;

  constructor(inner: ConnectorFactory, limits: Limits) {
    super();
    this.#inner = inner;
    this.#limits = limits;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const { patienceMs, closed, mayCall } = this.#limits;
    if (!mayCall(serviceUrl)) throw new ReachbackError('teams.bot.host-refused');
    const client = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = withPipeline.parse(client).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'patience',
      async sendRequest(request, next) {
        request.abortSignal = AbortSignal.any([closed, AbortSignal.timeout(patienceMs)]);
        const response = await next(request);
        if (isGarbled(response)) throw new ReachbackError('teams.answer-garbled');
        return response;
      },
    });
    return client;
  }
}

/** Taken, it says, but what it says is no JSON. An empty answer is one. */
function isGarbled(response: unknown): boolean {
  const { success, data } = answered.safeParse(response);
  if (!success || data.status < 200 || data.status > 299) return false;
  const text = data.bodyAsText ?? '';
  if (text.trim() === '') return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
