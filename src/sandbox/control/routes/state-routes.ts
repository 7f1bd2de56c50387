import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isOnline } from '../../acts/guest/is-online.ts';
import { isoTime } from '../../iso-time.ts';
import { entriesAfter } from '../../log/entries-after.ts';
import type { FrameEntry } from '../../log/frame-entry.ts';
import type { RecordEntry } from '../../log/record-entry.ts';
import type { RequestEntry } from '../../log/request-entry.ts';
import type { Sandbox } from '../../sandbox.ts';
import { mostAgents, mostConversations } from '../../seed/scale.ts';
import type { Customer } from '../../world/customer.ts';
import { checked } from '../checked.ts';
import { stateView } from '../state-view.ts';

/** Large worlds are looked at part by part. */
const stateQuery = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
  offset: z.coerce.number().int().nonnegative().default(0),
});

const afterQuery = z.object({ after: z.coerce.number().int().nonnegative().default(0) });

/** Beyond the limit (what still makes one answer) one goes on after the last entry's number. */
const recordQuery = afterQuery.extend({
  limit: z.coerce.number().int().min(1).max(100_000).default(100_000),
});

/** `topic`: how the topics begin. */
const framesQuery = afterQuery.extend({ topic: z.string().default('') });

const resetBody = z
  .object({
    seed: z.string().min(1).optional(),
    agents: z.int().min(1).max(mostAgents).optional(),
    conversations: z.int().min(1).max(mostConversations).optional(),
  })
  .nullish();

/** Looking at the whole sandbox, and starting it anew. */
export function stateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/state', (request) => {
    const part = checked(stateQuery, request.query);
    const eyes = {
      isOnline: (customer: Customer) => isOnline(sandbox, customer),
      queueIdsOf: sandbox.queueIdsOf,
    };
    return stateView(sandbox.world, `${sandbox.baseUrl()}/teams/`, eyes, part);
  });

  app.get('/record', (request) => {
    const { after, limit } = checked(recordQuery, request.query);
    return { entries: entriesAfter(sandbox.world.record, after, limit).map(entryView) };
  });

  app.get('/requests', (request) => {
    const { after } = checked(afterQuery, request.query);
    return { entries: sandbox.requests.after(after).map(entryView) };
  });

  app.get('/frames', (request) => {
    const { after, topic } = checked(framesQuery, request.query);
    const fits = sandbox.frames.after(after).filter((frame) => frame.topic.startsWith(topic));
    return { entries: fits.map(frameView) };
  });

  app.post('/reset', (request) => {
    sandbox.reset(checked(resetBody, request.body) ?? {});
    return {};
  });
}

function frameView({ text, ...entry }: FrameEntry): Record<string, unknown> {
  const frame: unknown = JSON.parse(text);
  return { ...entry, at: isoTime(entry.at), frame };
}

/** An entry of the record or the request log, its time as ISO-8601. */
export function entryView(entry: RecordEntry | RequestEntry): Record<string, unknown> {
  return { ...entry, at: isoTime(entry.at) };
}
