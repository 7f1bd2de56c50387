/** An Open Messaging channel: somebody's middleware brings its customers' messages and takes the answers at a webhook. */
export interface OpenIntegration {
  readonly id: string;
  readonly name: string;
  readonly webhookUrl: string;
  /** Signs what goes to the webhook. */
  readonly secret: string;
  readonly webhookHeaders: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}
