import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { z } from 'zod';

/** The HTTP client within has a pipeline, but the published types leave it out. */
const withPipeline = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(options: { name: string }): unknown }>(
      (pipeline) => typeof pipeline === 'object' && pipeline !== null && 'removePolicy' in pipeline,
    ),
  }),
});

/**
 * Makes connector clients that try each call once. The client's own policy repeats a POST up to four times on 500, 502 and
 * connection resets, so one lost answer would post a message twice; when to try again is decided by the caller.
 */
export class OneAttemptConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;

  constructor(inner: ConnectorFactory) {
    super();
    this.#inner = inner;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience);
    withPipeline.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return client;
  }
}
