import assert from 'node:assert/strict';
import { cardState } from '../../tools/program/card-state.ts';
import type { RecordEntry, SandboxAgent } from '../../tools/program/sandbox-control.ts';
import type { Program } from '../../tools/program/start-program.ts';
import { waitFor } from '../../tools/program/wait-for.ts';

interface Place {
  readonly conversationId: string;
  readonly userId: string;
}

/** The seeded people of a running program, and what was recorded of them. */
export interface Scene {
  /** Agents who are neither available nor on queue, so that they can become it. */
  readonly idleAgents: readonly SandboxAgent[];
  readonly supervisor: { readonly id: string; readonly name: string; readonly email: string };
  readonly channelId: string;
  /** The personal chat of somebody, by e-mail. */
  chatOf(email: string): Place;
  /** The first recorded entry that fits, waited for. */
  recorded(what: string, fits: (entry: RecordEntry) => boolean): Promise<RecordEntry>;
  /** The card of a conversation that shows a state, waited for: its activity id and activity. */
  cardShowing(
    conversationId: string,
    state: string,
    activityId?: string,
  ): Promise<RecordEntry & { kind: 'teams' }>;
  /** Somebody writes to the bot in their own chat and gets an answer: by then the bot has written down what came before. */
  answerTo(email: string, command: string): Promise<void>;
  messagesToCustomers(): Promise<(RecordEntry & { kind: 'customer' })[]>;
}

/** Waits until Teams has installed the bot everywhere, then gives the scene. */
export async function sceneOf({ sandbox }: Program): Promise<Scene> {
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'the bot to be installed everywhere',
  });
  const { orgs, teams } = await sandbox.state();
  const supervisor = teams.users.find(({ role }) => role === 'supervisor');
  const channel = teams.conversations.find(({ kind, installed }) => kind === 'channel' && installed);
  assert.ok(supervisor && channel);
  const recorded: Scene['recorded'] = (what, fits) =>
    waitFor(async () => (await sandbox.record()).find(fits), { what });
  const chatOf: Scene['chatOf'] = (email) => {
    const user = teams.users.find((each) => each.email === email);
    const chat = teams.conversations.find(({ userId }) => userId !== undefined && userId === user?.id);
    assert.ok(user && chat);
    return { conversationId: chat.id, userId: user.id };
  };
  return {
    idleAgents:
      orgs[0]?.agents.filter(({ presence }) => presence !== 'Available' && presence !== 'On Queue') ?? [],
    supervisor,
    channelId: channel.id,
    chatOf,
    recorded,
    async cardShowing(conversationId, state, activityId) {
      const entry = await recorded(
        `a card in ${conversationId} to show ${state}`,
        (each) =>
          each.kind === 'teams' &&
          each.conversationId.startsWith(conversationId) &&
          (activityId === undefined || each.activityId === activityId) &&
          cardState(each.activity) === state,
      );
      assert.ok(entry.kind === 'teams');
      return entry;
    },
    async answerTo(email, command) {
      const { conversationId, userId } = chatOf(email);
      const known = (await sandbox.record()).length;
      await sandbox.say(conversationId, userId, command);
      await waitFor(
        async () =>
          (await sandbox.record())
            .slice(known)
            .some(
              (entry) =>
                entry.kind === 'teams' && entry.event === 'posted' && entry.conversationId === conversationId,
            ),
        { what: `an answer to ${command}` },
      );
    },
    async messagesToCustomers() {
      return (await sandbox.record()).flatMap((entry) =>
        entry.kind === 'customer' && (entry.event === 'shown' || entry.event === 'waiting') ? [entry] : [],
      );
    },
  };
}
