import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';

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

/**
 * Makes connector clients that try each call once and give it up after `patienceMs` or when `closed` is aborted. The client's
 * own policy repeats a POST up to four times on 500, 502 and connection resets, so one lost answer would post a message
 * twice, and waits for an answer without end; when to try again is decided by the caller.
 */
export class OneAttemptConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #patience: Policy;

  constructor(inner: ConnectorFactory, { patienceMs, closed }: { patienceMs: number; closed: AbortSignal }) {
    super();
    this.#inner = inner;
    this.#patience = {
      name: 'patience',
      sendRequest(request, next) {
        request.abortSignal = AbortSignal.any([closed, AbortSignal.timeout(patienceMs)]);
        return next(request);
      },
    };
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = withPipeline.parse(client).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy(this.#patience);
    return client;
  }
}
