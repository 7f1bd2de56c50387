import { cardState } from '../program/card-state.ts';
import type { ConversationControl } from '../program/conversation-control.ts';
import type { RecordEntry, SandboxAgent } from '../program/sandbox-control.ts';
import type { Program } from '../program/start-program.ts';
import { waitFor } from '../program/wait-for.ts';
import type { Story } from './story.ts';

/** A customer who was written to, talked to the agent, and left. */
export interface Talk {
  readonly name: string;
  readonly customerId: string;
  readonly conversationId: string;
  /** The customer's participant. */
  readonly participantId: string;
  readonly chat: { readonly conversationId: string; readonly userId: string };
  readonly card: { readonly activityId: string; readonly outreachId: string };
}

interface FollowUpScene {
  /** Makes agents available until one reaches such a customer, who then talks and leaves. */
  talkWith(reach: 'contact' | 'anonymous'): Promise<Talk>;
  /** The agent presses "Follow up" on the old card; the customer reads it and answers. */
  askFor(talk: Talk, when: string): Promise<void>;
}

const deadlineMs = 20_000;
const outreachId = /"outreachId":"([^"]+)"/;
const sendPaths = /\/messages\/agentless$|\/conversations\/webchat\/[^/]+\/messages$/;

/** The people of the follow-up journey; waits until Teams has installed the bot everywhere. */
export async function createFollowUpScene(
  { sandbox }: Program,
  control: ConversationControl,
  story: Story,
): Promise<FollowUpScene> {
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'Teams to install the bot everywhere',
    deadlineMs,
  });
  const { orgs, teams } = await sandbox.state();
  const agents = (orgs[0]?.agents ?? []).filter(({ presence }) => presence !== 'On Queue');

  function chatOf(agent: SandboxAgent): Talk['chat'] {
    const user = teams.users.find(({ email }) => email === agent.email);
    const chat = teams.conversations.find(({ userId }) => userId !== undefined && userId === user?.id);
    if (user === undefined || chat === undefined) throw new Error(`${agent.name} has no chat`);
    return { conversationId: chat.id, userId: user.id };
  }

  const entriesSince = async (since: number) => (await sandbox.record()).slice(since);
  const cardOf = (chatId: string, since: number, state: string, known?: string) =>
    waitFor(
      async () =>
        (await entriesSince(since)).find(
          (entry): entry is RecordEntry & { kind: 'teams' } =>
            entry.kind === 'teams' &&
            entry.conversationId === chatId &&
            entry.activityId !== known &&
            cardState(entry.activity) === state,
        ),
      { what: `a card to show ${state}`, deadlineMs },
    );
  const reachedSince = (since: number, customerId?: string) =>
    waitFor(
      async () =>
        (await entriesSince(since)).find(
          (entry): entry is RecordEntry & { kind: 'customer' } =>
            entry.kind === 'customer' &&
            (entry.event === 'shown' || entry.event === 'waiting') &&
            (customerId === undefined || entry.customerId === customerId),
        ),
      { what: 'a customer to be reached', deadlineMs },
    );

  async function nextAgent() {
    const agent = agents.shift();
    if (agent === undefined) throw new Error('no agent reached such a customer');
    if (agent.presence === 'Available') await sandbox.setPresence(agent.id, 'Busy');
    const since = (await sandbox.record()).length;
    await sandbox.setPresence(agent.id, 'Available');
    const reached = await reachedSince(since);
    const customer = (await sandbox.state()).orgs[0]?.customers.find(({ id }) => id === reached.customerId);
    if (customer === undefined) throw new Error('the sandbox does not know whom it showed the message');
    return { agent, since, reached, customer };
  }

  return {
    async talkWith(reach) {
      for (;;) {
        const { agent, since, reached, customer } = await nextAgent();
        if ((customer.externalContactId === null) !== (reach === 'anonymous')) continue;
        const name = customer.name ?? 'An anonymous visitor';
        story.chapter(`${agent.name} becomes available and reaches ${name}`);
        const chat = chatOf(agent);
        if (reached.event === 'waiting') await sandbox.setBrowser(customer.id, true);
        await sandbox.customerWrites(customer.id, 'Yes, one question about my order.');
        const { conversationId } = reached;
        const { activity, activityId } = await cardOf(chat.conversationId, since, 'replied');
        await control.agentAnswers(conversationId, agent.id);
        story.tell(`${name} answers, and ${agent.name} takes the conversation.`);
        const { participants } = await control.ends(conversationId, 'customer');
        const [, id = ''] = outreachId.exec(JSON.stringify(activity)) ?? [];
        return {
          name,
          customerId: customer.id,
          conversationId,
          participantId: participants.find(({ purpose }) => purpose === 'customer')?.id ?? '',
          chat,
          card: { activityId, outreachId: id },
        };
      }
    },

    async askFor({ name, customerId, chat, card }, when) {
      story.chapter(`“Follow up” on the card of ${name}: ${when}`);
      const since = (await sandbox.record()).length;
      const requests = (await sandbox.requests()).at(-1)?.seq ?? 0;
      const pressed = await sandbox.press(chat.conversationId, {
        userId: chat.userId,
        activityId: card.activityId,
        verb: 'outreach.follow-up',
        data: {
          outreachId: card.outreachId,
          followUpText: 'Hello again, I have looked into your order: it leaves our house today.',
          followUpWhen: 'now',
          followUpWords: when,
        },
      });
      story.tell(`Teams: ${JSON.stringify(pressed.body)}`);
      const reached = await reachedSince(since, customerId);
      for (const request of await sandbox.requests(requests))
        if (sendPaths.test(request.path)) story.request(request);
      const away = reached.event === 'waiting';
      await cardOf(chat.conversationId, since, away ? 'undelivered' : 'delivered', card.activityId);
      if (away) await sandbox.setBrowser(customerId, true);
      story.tell(`${name} reads it${away ? ' on coming back' : ' at once'} and answers.`);
      await sandbox.customerWrites(customerId, 'Thank you for telling me!');
      await cardOf(chat.conversationId, since, 'replied', card.activityId);
      story.tell('The card of the follow-up in the agent’s chat says: replied.');
    },
  };
}
