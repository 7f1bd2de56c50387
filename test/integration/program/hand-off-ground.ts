import assert from 'node:assert/strict';
import { z } from 'zod';
import type { RecordEntry } from '../../../tools/program/sandbox-control.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Answered, replyGround } from './reply-ground.ts';

type TeamsEntry = RecordEntry & { kind: 'teams' };

const told = z.object({ value: z.unknown() });

/** By its title: the form on another card is none. */
export const isHandOffCard = /"type":"Container","id":"hand-off-/;
const message = z.object({ direction: z.enum(['inbound', 'outbound']), text: z.string() });
const conversations = z.object({
  conversations: z.array(z.object({ id: z.string(), state: z.string(), messages: z.array(message) })),
});

/** The real program with its sandbox and the partner registered there, and what both sides do and see. */
export async function handOffGround(...place: Parameters<typeof replyGround>) {
  const ground = await replyGround(...place);
  const { sandbox } = ground;
  const [, partner] = (await sandbox.state()).orgs;
  assert.ok(partner);

  async function control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${sandbox.baseUrl}/sandbox/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
  }

  /** The customer at the partner who is on the bridge: the one of an Open Messaging integration, latest first. */
  async function arrived() {
    const [, org] = (await sandbox.state()).orgs;
    const deployments = new Set(org?.deployments.map(({ id }) => id));
    return org?.customers.findLast(({ channelId }) => !deployments.has(channelId));
  }

  async function messagesOf(customerId: string) {
    const seen = conversations.parse(await control('GET', `/customers/${customerId}/conversations`));
    return seen.conversations.flatMap(({ messages }) => messages);
  }

  return {
    ...ground,
    partner,
    control,
    messagesOf,
    /** An agent is reached by a customer and takes the conversation. */
    async talks(): Promise<Answered> {
      const on = await ground.answers();
      await ground.conversations.agentAnswers(on.conversationId, on.agent.id);
      return on;
    },
    /** Presses a button of a hand-off; gives what Teams shows. */
    async presses(
      on: Pick<Answered, 'chat' | 'activityId'>,
      verb: 'hand-off.begin' | 'hand-off.end',
      data: Readonly<Record<string, unknown>>,
    ): Promise<string> {
      const { body } = await sandbox.press(on.chat.conversationId, {
        userId: on.chat.userId,
        activityId: on.activityId,
        verb,
        data,
      });
      const { value } = told.parse(body);
      return typeof value === 'string' ? value : JSON.stringify(value);
    },
    /** What the form sends. */
    form: ({ outreachId }: Pick<Answered, 'outreachId'>, more: Readonly<Record<string, string>> = {}) => ({
      handOffOf: outreachId,
      handOffTo: 'southridge/Repairs',
      handOffReason: 'escalation',
      handOffNote: 'Third torn seam this year.',
      ...more,
    }),
    /** The newest card of a hand-off in a conversation that shows a state, waited for. */
    cardAt(conversationId: string, state: string, alsoHas = ''): Promise<TeamsEntry> {
      return waitFor(
        async () => {
          const found = (await ground.entries()).findLast(
            (entry): entry is TeamsEntry =>
              entry.kind === 'teams' &&
              entry.conversationId.startsWith(conversationId) &&
              isHandOffCard.test(JSON.stringify(entry.activity)),
          );
          const text = JSON.stringify(found?.activity);
          return text?.includes(`"id":"hand-off-${state}"`) && text.includes(alsoHas) ? found : undefined;
        },
        { what: `a hand-off card in ${conversationId} to show ${state} ${alsoHas}`, deadlineMs: 20_000 },
      );
    },
    /** The partner's channel in Teams. */
    async partnerChannel(): Promise<string> {
      const state = z.object({
        teams: z.object({
          team: z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) }),
        }),
      });
      const { teams } = state.parse(await control('GET', '/state?limit=1'));
      const channel = teams.team.channels.find(({ name }) => name === partner.name);
      assert.ok(channel);
      return channel.id;
    },
    /** The customer as they stand at the partner, with a text among what is there. */
    bridged: (text: string) =>
      waitFor(
        async () => {
          const customer = await arrived();
          if (customer === undefined) return undefined;
          const messages = await messagesOf(customer.id);
          return messages.some((each) => each.text.includes(text)) ? { customer, messages } : undefined;
        },
        { what: `the partner to see “${text}”`, deadlineMs: 20_000 },
      ),
    /** An agent of the partner takes the conversation and writes. */
    async partnerWrites(customerId: string, text: string): Promise<void> {
      const [, org] = (await sandbox.state()).orgs;
      const customer = org?.customers.find(({ id }) => id === customerId);
      const conversation = customer?.conversations[0];
      const agent = org?.agents[1];
      assert.ok(conversation && agent);
      const path = `/conversations/${conversation.id}`;
      await control('POST', `${path}/answer`, { agentId: agent.id }).catch(() => {});
      await control('POST', `${path}/messages`, { agentId: agent.id, text });
    },
  };
}
