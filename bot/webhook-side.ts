import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { WebhookConfig } from '../src/config/config.ts';
import {
  type ConversationWebhook,
  createConversationWebhook,
  toldSinceKey,
} from '../src/journeys/conversation-webhook/conversation-webhook.ts';
import { createDeadLetters } from '../src/journeys/conversation-webhook/dead-letters.ts';
import { createPostEvent } from '../src/journeys/conversation-webhook/post-event.ts';
import type { KnownExternalId } from '../src/journeys/conversation-webhook/webhook-body.ts';
import type { Store } from '../src/store/store.ts';
import type { Door } from './door.ts';
import { webhookDoors } from './doors/webhook-doors.ts';

export interface WebhookSide {
  /** Takes in conversations as they stand; absent: nobody is to be told of any. */
  readonly seen: ConversationWebhook['notice'] | undefined;
  readonly doors: readonly Door[];
  /** From here on what is due is sent; `port` is where the process listens. */
  start(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** Where the tool for dead letters finds the running program and the key to its door; for the account the program runs as alone. */
const keyFile = 'webhooks-tool.json';

/** The conversation webhook with its way in for the command line tool, or, when it is not set up, neither. */
export function createWebhookSide(parts: {
  config: WebhookConfig | null;
  store: Store;
  dataDir: string;
  host: string;
  queueName: (queueId: string) => string | null;
  externalIdsOf: (externalContactId: string) => Promise<readonly KnownExternalId[]>;
  clock: Clock;
  platformNow: () => number;
  log: Logger;
}): WebhookSide {
  const { config, store, dataDir, host, clock, log } = parts;
  if (config === null) {
    return {
      seen: undefined,
      doors: [],
      // Set up again one day, it begins with that day.
      start: () =>
        store.settings
          .remove(toldSinceKey)
          .catch((err: unknown) =>
            log.warn({ err }, 'set up again, the webhook may tell of older conversations'),
          ),
      stop: async () => {},
    };
  }
  const stopping = new AbortController();
  const webhook = createConversationWebhook({
    ...parts,
    kinds: config.kinds,
    post: createPostEvent({
      url: config.url.reveal(),
      secrets: config.secrets.map((secret) => secret.reveal()),
      now: clock.now,
      stopping: stopping.signal,
    }),
  });
  const key = randomBytes(32).toString('base64url');
  const path = join(dataDir, keyFile);
  // On PostgreSQL the tool asks the database itself: nobody has it alone.
  const alone = store.engine === 'sqlite';
  return {
    seen: webhook.notice,
    doors: alone
      ? webhookDoors({ key, host, letters: createDeadLetters(store.conversationEvents, clock.now) })
      : [],
    async start(port) {
      webhook.start();
      const reached =
        host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
      if (!alone) return;
      await writeFile(path, JSON.stringify({ url: `http://${reached}:${port}`, key }), { mode: 0o600 }).catch(
        (err: unknown) => log.warn({ err }, 'npm run webhooks will not reach this process'),
      );
    },
    async stop() {
      stopping.abort();
      if (alone) await rm(path, { force: true });
      await webhook.stop();
    },
  };
}
