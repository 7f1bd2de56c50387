import { z } from 'zod';

const detail = z.object({
  id: z.string(),
  state: z.enum(['connected', 'disconnected']),
  participants: z.array(z.object({ id: z.string(), purpose: z.string() })),
});

type ConversationDetail = z.infer<typeof detail>;

/** What agents and customers do with a conversation in the sandbox, and what moves around it. */
export interface ConversationControl {
  /** The agent takes it from the queue. */
  agentAnswers(conversationId: string, agentId: string): Promise<ConversationDetail>;
  ends(conversationId: string, by: 'agent' | 'customer'): Promise<ConversationDetail>;
  /** Moves the sandbox's clock ahead. */
  advance(seconds: number): Promise<void>;
  /** Switches what an organisation offers beside the platform's own contract. */
  offer(orgId: string, offers: Readonly<Record<string, boolean>>): Promise<void>;
}

/** The part of the sandbox's control API about conversations. `baseUrl` like `http://127.0.0.1:3979`. */
export function conversationControl(baseUrl: string): ConversationControl {
  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${baseUrl}/sandbox/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const of = (conversationId: string, what: string) =>
    `/conversations/${encodeURIComponent(conversationId)}/${what}`;
  return {
    agentAnswers: async (conversationId, agentId) =>
      detail.parse(await post(of(conversationId, 'answer'), { agentId })),
    ends: async (conversationId, by) => detail.parse(await post(of(conversationId, 'disconnect'), { by })),
    advance: async (seconds) => void (await post('/clock', { advanceSeconds: seconds })),
    offer: async (orgId, offers) => void (await post(`/orgs/${encodeURIComponent(orgId)}`, { offers })),
  };
}
