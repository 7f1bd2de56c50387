import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../src/config/config.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { createDeadLetters, type DeadLetters } from '../../src/journeys/conversation-webhook/dead-letters.ts';
import { openStore } from '../../src/store/open-store.ts';
import {
  conversationEventKinds,
  conversationEventStates,
} from '../../src/store/shapes/conversation-event-table.ts';

const keyFile = z.object({ url: z.url(), key: z.string() });
const counts = z.record(z.enum(conversationEventStates), z.number());
const event = z.object({
  id: z.string(),
  conversationId: z.string(),
  kind: z.enum(conversationEventKinds),
  at: z.number(),
  noticedAt: z.number(),
  body: z.string(),
  state: z.enum(conversationEventStates),
  attempts: z.number(),
  nextTryAt: z.number(),
  claimedUntil: z.number().nullable(),
  lastStatus: z.number().nullable(),
  lastError: z.string().nullable(),
  settledAt: z.number().nullable(),
  version: z.number(),
});
const listing = z.object({ counts, events: z.array(event) });
const refusal = z.object({ error: z.object({ code: z.string() }) });

/**
 * The dead letters, wherever they can be had: on SQLite of the running program, which has the store locked, by the key it left in
 * its data directory; of the store itself when no program runs, or on PostgreSQL. Throws what the store throws.
 */
export async function openLetters(config: Config): Promise<DeadLetters & { close(): Promise<void> }> {
  const running = config.databaseUrl === null ? await runningProgram(config.dataDir) : null;
  if (running !== null) return running;
  const store = await openStore(
    { databaseUrl: config.databaseUrl?.reveal() ?? null, dataDir: config.dataDir },
    () => {},
  );
  return { ...createDeadLetters(store.conversationEvents, Date.now), close: () => store.close() };
}

async function runningProgram(dataDir: string): Promise<(DeadLetters & { close(): Promise<void> }) | null> {
  const text = await readFile(join(dataDir, 'webhooks-tool.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { url, key } = keyFile.parse(JSON.parse(text));

  async function ask(path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const told: unknown = await answer.json();
    if (answer.ok) return told;
    const { code } = refusal.parse(told).error;
    throw isErrorCode(code) ? new ReachbackError(code) : new Error(`The program answered ${answer.status}.`);
  }

  const list = async (all: boolean) => listing.parse(await ask(`/tools/webhooks${all ? '?all' : ''}`));
  try {
    await list(false);
  } catch (error) {
    // A key left behind by a program that was killed: nobody is there, or somebody else.
    if (error instanceof ReachbackError && error.code !== 'webhook.tool-refused') throw error;
    return null;
  }
  return {
    list: async (all) => (await list(all)).events,
    counts: async () => (await list(false)).counts,
    redrive: async (which) =>
      z.object({ driven: z.number() }).parse(await ask('/tools/webhooks/redrive', { which })).driven,
    close: async () => {},
  };
}
