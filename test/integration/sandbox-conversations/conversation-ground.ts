import assert from 'node:assert/strict';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import {
  agentNamed,
  callPlatform,
  first,
  type Guest,
  guestsWhere,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

type Json = ReturnType<typeof JSON.parse>;

/** A running sandbox, what people do in it, and what the wire shows of it. */
export interface ConversationGround extends PlatformGround {
  /** `POST /sandbox/v1…`; the answer must be a 200 unless another status is expected. */
  control(path: string, body?: unknown, status?: number): Promise<Json>;
  /** Calls with the token of an agent who signed in. */
  as(agentId: string): Promise<PlatformGround['call']>;
  /** `GET /api/v2/conversations/{id}`. */
  whole(conversationId: string): Promise<Json>;
  /** The analytics record. */
  record(conversationId: string): Promise<Json>;
  routingOf(agentId: string): Promise<string>;
}

export async function startConversations(options: Partial<SandboxOptions> = {}): Promise<ConversationGround> {
  const ground = await startPlatform({
    ...options,
    settings: { requestsPerMinute: 0, ...options.settings },
  });
  const control = async (path: string, body: unknown = {}, status = 200): Promise<Json> => {
    const answer = await requestJson('POST', `${ground.url}/sandbox/v1${path}`, body);
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    return answer.body;
  };
  return {
    ...ground,
    control,
    async as(agentId) {
      const { accessToken } = await control(`/agents/${agentId}/sign-in`);
      return (method, path, body) => callPlatform(ground.url, accessToken, method, path, body);
    },
    whole: async (id) => (await ground.call('GET', `/api/v2/conversations/${id}`)).body,
    record: async (id) => (await ground.call('GET', `/api/v2/analytics/conversations/${id}/details`)).body,
    routingOf: async (id) => (await ground.call('GET', `/api/v2/users/${id}/routingstatus`)).body.status,
  };
}

/** A known customer who waits in a queue, and the queue. */
export function waitingGuest({ org }: PlatformGround): Guest & { readonly queueId: string } {
  const guest = first(
    guestsWhere(
      org,
      ({ conversation }) =>
        conversation.endedAt === undefined &&
        conversation.participants.every((each) => each.userId === undefined),
    ),
  );
  const queueId = guest.conversation.participants.find(({ purpose }) => purpose === 'acd')?.queueId;
  assert.ok(queueId);
  return { ...guest, queueId };
}

/** A known customer who talks to an agent, and the agent. */
export function servedGuest(ground: PlatformGround): Guest & { readonly agentId: string } {
  const guest = first(
    guestsWhere(
      ground.org,
      ({ conversation, customer }) =>
        conversation.endedAt === undefined &&
        customer.externalContactId !== null &&
        conversation.participants.some(({ userId }) => userId !== undefined),
    ),
  );
  const agentId = guest.conversation.participants.find(({ userId }) => userId !== undefined)?.userId;
  assert.ok(agentId);
  return { ...guest, agentId };
}

/** The participant of that purpose, the last one when there are several. */
export function last(conversation: Json, purpose: string): Json {
  return conversation.participants.findLast((each: Json) => each.purpose === purpose);
}

export { agentNamed, waitFor };
