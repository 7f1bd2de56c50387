import assert from 'node:assert/strict';
import { z } from 'zod';
import type { RecordEntry } from '../../../tools/program/sandbox-control.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Answered, replyGround } from './reply-ground.ts';

const told = z.object({
  sessions: z.array(
    z.object({ id: z.string(), conversationId: z.string(), state: z.string(), mode: z.string() }),
  ),
});
const pressed = z.object({ value: z.unknown() });

/** A customer with the agent in a chat, and the cards of offers in the agent's. */
export interface Talking extends Answered {}

/** The real program with agents who talk to customers, and what becomes of cobrowse there. */
export async function cobrowseGround(env: Readonly<Record<string, string>> = {}) {
  const ground = await replyGround(env);
  const { sandbox, conversations } = ground;
  const [org] = (await sandbox.state()).orgs;
  assert.ok(org);
  const orgId = org.id;

  async function control(path: string, body: unknown): Promise<number> {
    const response = await fetch(`${sandbox.baseUrl}/sandbox/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.text();
    return response.status;
  }

  async function sessions() {
    const response = await fetch(`${sandbox.baseUrl}/sandbox/v1/orgs/${orgId}/cobrowses`);
    return told.parse(await response.json()).sessions;
  }

  async function pressCard(on: Pick<Answered, 'chat'>, activityId: string, verb: string, data: unknown) {
    const { chat } = on;
    const { body } = await sandbox.press(chat.conversationId, {
      userId: chat.userId,
      activityId,
      verb,
      data,
    });
    const { value } = pressed.parse(body);
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  const offers = (on: Pick<Answered, 'conversationId'>, no: number, mode = 'view') => ({
    cobrowseOn: on.conversationId,
    cobrowseNo: no,
    cobrowseMode: mode,
  });

  return {
    ...ground,
    orgId,
    control,
    sessions,
    /** A customer answered, is at their browser, and the agent took the conversation. */
    async talks(): Promise<Talking> {
      const on = await ground.answers();
      await sandbox.setBrowser(on.customerId, true);
      await conversations.agentAnswers(on.conversationId, on.agent.id);
      return on;
    },
    /** Presses "Start cobrowse" on the card of the answer. */
    start: (on: Answered, no = 0, mode = 'view') =>
      pressCard(on, on.activityId, 'cobrowse.offer', {
        ...offers(on, no, mode),
        cobrowseFrom: on.outreachId,
      }),
    pressCard,
    offers,
    /** The newest card of cobrowse in the agent's chat in that state. */
    card: ({ chat }: Pick<Answered, 'chat'>, state: string, since = 0) =>
      ground.shown(
        `a card of cobrowse ${state}`,
        (entry) =>
          entry.conversationId === chat.conversationId &&
          JSON.stringify(entry.activity).includes(`"id":"cobrowse-${state}"`),
        since,
      ),
    /** The activities of cards of cobrowse in a chat. */
    async cards({ chat }: Pick<Answered, 'chat'>): Promise<string[]> {
      const found = (await ground.entries()).flatMap((entry) =>
        entry.kind === 'teams' &&
        entry.conversationId === chat.conversationId &&
        /"id":"cobrowse-(asking|offered|accepted|rejected|expired|ended|unknown|missing|refused)"/.test(
          JSON.stringify(entry.activity),
        )
          ? [entry.activityId]
          : [],
      );
      return [...new Set(found)];
    },
    /** The session of a conversation, waited for. */
    session: (on: Pick<Answered, 'conversationId'>) =>
      waitFor(async () => (await sessions()).findLast((each) => each.conversationId === on.conversationId), {
        what: 'a session',
      }),
    /** What the customer's browser was shown and its user did. */
    async browser({ customerId }: Pick<Answered, 'customerId'>): Promise<string[]> {
      return (await ground.entries()).flatMap((entry: RecordEntry) =>
        entry.kind === 'guest' && entry.customerId === customerId && entry.what.startsWith('cobrowse')
          ? [`${entry.event} ${entry.what}`]
          : [],
      );
    },
    messenger: (channelId: string, cobrowse: unknown) =>
      control(`/deployments/${channelId}/messenger`, { cobrowse }),
    async channelOf({ customerId }: Pick<Answered, 'customerId'>): Promise<string> {
      const { orgs } = await sandbox.state();
      const customer = orgs[0]?.customers.find(({ id }) => id === customerId);
      assert.ok(customer);
      return customer.channelId;
    },
    async customer({ customerId }: Pick<Answered, 'customerId'>) {
      const { orgs } = await sandbox.state();
      const customer = orgs[0]?.customers.find(({ id }) => id === customerId);
      assert.ok(customer);
      return customer;
    },
    /** Requests of ours on a path since the last one of that number. */
    async asked(path: RegExp, after = 0) {
      return (await sandbox.requests(after)).filter(
        (entry) => path.test(entry.path) && entry.method === 'POST',
      );
    },
  };
}

export type CobrowseGround = Awaited<ReturnType<typeof cobrowseGround>>;
