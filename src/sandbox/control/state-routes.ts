import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isOnline } from '../acts/is-online.ts';
import type { FrameEntry } from '../frame-entry.ts';
import type { RecordEntry } from '../record-entry.ts';
import type { RequestEntry } from '../request-entry.ts';
import type { Sandbox } from '../sandbox.ts';
import { checked } from './checked.ts';
import { mostAgents, mostConversations } from '../seed/scale.ts';
import { stateView } from './state-view.ts';

const afterQuery = z.object({ after: z.coerce.number().int().nonnegative().default(0) });

/** `topic`: how the topics begin. */
const framesQuery = afterQuery.extend({ topic: z.string().default('') });

const resetBody = z.object({ seed: z.string().min(1).optional() }).nullish();

/** Looking at the whole sandbox, and starting it anew. */
export function stateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/state', () =>
    stateView(sandbox.world, `${sandbox.baseUrl()}/teams/`, (customer) => isOnline(sandbox, customer)),
  );

  app.get('/record', (request) => {
    const { after } = checked(afterQuery, request.query);
    const { record } = sandbox.world;
    return { entries: record.filter(({ seq }) => seq > after).map(entryView) };
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
