import { z } from 'zod';
import { conversationControl } from '../program/conversation-control.ts';
import type { RecordEntry } from '../program/sandbox-control.ts';
import type { Program } from '../program/start-program.ts';
import { waitFor } from '../program/wait-for.ts';
import type { Story } from './story.ts';

/** A customer with their browser open, and the agent who talks to them. */
export interface Helping {
  readonly name: string;
  readonly agentName: string;
  readonly agentId: string;
  readonly customerId: string;
  readonly guestId: string;
  readonly conversationId: string;
  readonly chat: { readonly conversationId: string; readonly userId: string };
  /** The card of the customer's answer. */
  readonly card: { readonly activityId: string; readonly data: unknown };
}

export interface CobrowseScene {
  /** The next agent becomes available, reaches a customer who answers at their browser, and takes the conversation. */
  helping(): Promise<Helping>;
  /** Presses the button; the customer's browser is shown the offer, and a card says so. */
  offer(helping: Helping): Promise<void>;
  answers(helping: Helping, accepts: boolean): Promise<void>;
  cardSays(helping: Helping, state: string): Promise<void>;
  /** The code a command is refused with. */
  refusal(helping: Helping, command: string): Promise<string>;
  setPresence(helping: Helping, presence: string): Promise<void>;
  /** What the customer's browser was shown of cobrowse, and its user did. */
  seenBy(helping: Helping): Promise<string[]>;
}

const deadlineMs = 20_000;
const button = /"verb":"cobrowse\.offer","data":(\{[^}]*\})/;
const code = /cobrowse\.[a-z-]+/;
const sessions = z.object({
  sessions: z.array(z.object({ id: z.string(), conversationId: z.string(), state: z.string() })),
});

/** The people of the cobrowse journey; waits until Teams has installed the bot everywhere. */
export async function createCobrowseScene({ sandbox }: Program, story: Story): Promise<CobrowseScene> {
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'Teams to install the bot everywhere',
    deadlineMs,
  });
  const { orgs, teams } = await sandbox.state();
  const [org] = orgs;
  const agents = (org?.agents ?? []).filter(
    ({ presence }) => presence !== 'On Queue' && presence !== 'Available',
  );
  const control = conversationControl(sandbox.baseUrl);

  const entriesSince = async (since: number) => (await sandbox.record()).slice(since);
  const inChat = (what: string, chatId: string, fits: RegExp, since: number) =>
    waitFor(
      async () =>
        (await entriesSince(since)).findLast(
          (entry): entry is RecordEntry & { kind: 'teams' } =>
            entry.kind === 'teams' &&
            entry.conversationId === chatId &&
            entry.event !== 'said' &&
            fits.test(JSON.stringify(entry.activity)),
        ),
      { what, deadlineMs },
    );

  return {
    async helping() {
      const agent = agents.shift();
      const user = teams.users.find(({ email }) => email === agent?.email);
      const chat = teams.conversations.find(({ userId }) => userId !== undefined && userId === user?.id);
      if (agent === undefined || user === undefined || chat === undefined)
        throw new Error('no agent is left');
      const since = (await sandbox.record()).length;
      await sandbox.setPresence(agent.id, 'Available');
      const reached = await waitFor(
        async () =>
          (await entriesSince(since)).find(
            (entry): entry is RecordEntry & { kind: 'customer' } =>
              entry.kind === 'customer' && (entry.event === 'shown' || entry.event === 'waiting'),
          ),
        { what: `${agent.name} to reach a customer`, deadlineMs },
      );
      const { customerId, conversationId, guestId } = reached;
      const customer = (await sandbox.state()).orgs[0]?.customers.find(({ id }) => id === customerId);
      const name = customer?.name ?? 'An anonymous visitor';
      story.chapter(`${agent.name} becomes available and reaches ${name}`);
      await sandbox.setBrowser(customerId, true);
      await inChat('the card of the outreach', chat.id, /state-(un)?delivered/, since);
      await sandbox.customerWrites(customerId, 'Yes, I am stuck in the checkout.');
      const card = await inChat('the card of the answer', chat.id, /cobrowse\.offer/, since);
      await control.agentAnswers(conversationId, agent.id);
      story.tell(`${name} answers, and ${agent.name} takes the conversation.`);
      const [, data = '{}'] = button.exec(JSON.stringify(card.activity)) ?? [];
      return {
        name,
        agentName: agent.name,
        agentId: agent.id,
        customerId,
        guestId,
        conversationId,
        chat: { conversationId: chat.id, userId: user.id },
        card: { activityId: card.activityId, data: JSON.parse(data) },
      };
    },

    async offer({ name, chat, card, customerId }) {
      const since = (await sandbox.record()).length;
      const before = (await sandbox.requests()).at(-1)?.seq ?? 0;
      await sandbox.press(chat.conversationId, {
        userId: chat.userId,
        activityId: card.activityId,
        verb: 'cobrowse.offer',
        data: card.data,
      });
      await waitFor(
        async () =>
          (await entriesSince(since)).find(
            (entry) =>
              entry.kind === 'guest' && entry.customerId === customerId && entry.what === 'cobrowse-offered',
          ),
        { what: `${name} to be shown the offer`, deadlineMs },
      );
      for (const request of await sandbox.requests(before))
        if (request.method === 'POST' && /cobrowse/.test(request.path)) story.request(request);
      const shown = await inChat('the card of the offer', chat.conversationId, /"cobrowse-offered"/, since);
      story.tell(`${name} is shown the offer; the card says: ${String(shown.activity.summary)}.`);
    },

    async answers({ conversationId, name }, accepts) {
      const listed = await fetch(`${sandbox.baseUrl}/sandbox/v1/orgs/${org?.id}/cobrowses`);
      const found = sessions
        .parse(await listed.json())
        .sessions.find((each) => each.conversationId === conversationId && each.state === 'offering');
      if (found === undefined) throw new Error(`${name} has no offer`);
      await fetch(`${sandbox.baseUrl}/sandbox/v1/cobrowses/${found.id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ accept: accepts }),
      });
    },

    async cardSays({ chat }, state) {
      const shown = await inChat(
        `a card to say ${state}`,
        chat.conversationId,
        new RegExp(`"cobrowse-${state}"`),
        0,
      );
      story.tell(`The card in the agent's chat says: ${String(shown.activity.summary)}.`);
    },

    async refusal({ chat }, command) {
      const since = (await sandbox.record()).length;
      await sandbox.say(chat.conversationId, chat.userId, command);
      const told = await inChat(`an answer to ${command}`, chat.conversationId, code, since);
      return code.exec(JSON.stringify(told.activity))?.[0] ?? '';
    },

    setPresence: ({ agentId }, presence) => sandbox.setPresence(agentId, presence),

    seenBy: async ({ customerId }) =>
      (await sandbox.record()).flatMap((entry) =>
        entry.kind === 'guest' && entry.customerId === customerId && entry.what.startsWith('cobrowse')
          ? [`${entry.event} ${entry.what}`]
          : [],
      ),
  };
}
