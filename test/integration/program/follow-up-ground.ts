import assert from 'node:assert/strict';
import { z } from 'zod';
import { cardState } from '../../../tools/program/card-state.ts';
import {
  type ConversationControl,
  conversationControl,
} from '../../../tools/program/conversation-control.ts';
import type { SandboxAgent } from '../../../tools/program/sandbox-control.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

/** A card in somebody's chat, of a customer who may be followed up. */
export interface Followable {
  readonly agent: SandboxAgent;
  readonly customerId: string;
  readonly conversationId: string;
  readonly chat: { readonly conversationId: string; readonly userId: string };
  readonly activityId: string;
  readonly outreachId: string;
}

/** `when`: in own words; `chosen`: from the list instead. */
type Form = { text?: string; when?: string; chosen?: string };

const said = z.object({ value: z.string() });

/** The real program with its sandbox, and what people do in it around a follow-up. */
export async function followUpGround(env: Readonly<Record<string, string>> = {}) {
  const directory = await temporaryDirectory();
  let program: Program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'info', ...env } });
  const options = {
    dataDir: directory.path,
    port: Number(new URL(program.url).port),
    sandboxPort: Number(new URL(program.sandbox.baseUrl).port),
    env: { LOG_LEVEL: 'info', ...env },
  };
  const { sandbox } = program;
  const scene: Scene = await sceneOf(program);
  const conversations: ConversationControl = conversationControl(sandbox.baseUrl);
  const agents = [...scene.idleAgents];

  /** Presses the form's button as somebody; gives what Teams shows them. */
  async function ask(
    on: Pick<Followable, 'chat' | 'activityId' | 'outreachId'>,
    { text = 'Hello again.', when = '', chosen = 'now' }: Form,
    userId: string = on.chat.userId,
  ): Promise<string> {
    const { body } = await sandbox.press(on.chat.conversationId, {
      userId,
      activityId: on.activityId,
      verb: 'outreach.follow-up',
      data: { outreachId: on.outreachId, followUpText: text, followUpWhen: chosen, followUpWords: when },
    });
    return said.parse(body).value;
  }

  /** A card in a chat or channel, in that state, first shown so since then; of that outreach if told. */
  function newCard(place: string, state: string, since: number, outreachId?: string) {
    return waitFor(
      async () => {
        const card = (await sandbox.record())
          .slice(since)
          .find(
            (entry) =>
              entry.kind === 'teams' &&
              entry.conversationId.startsWith(place) &&
              cardState(entry.activity) === state &&
              (outreachId === undefined || JSON.stringify(entry.activity).includes(outreachId)),
          );
        return card?.kind === 'teams' ? card : null;
      },
      { what: `a card in ${place} to show ${state}`, deadlineMs: 15_000 },
    );
  }

  function otherCard({ chat, activityId }: Followable, state: string) {
    return waitFor(
      async () => {
        const card = (await sandbox.record()).find(
          (entry) =>
            entry.kind === 'teams' &&
            entry.conversationId === chat.conversationId &&
            entry.activityId !== activityId &&
            cardState(entry.activity) === state,
        );
        return card?.kind === 'teams' ? card : null;
      },
      { what: `a card of a follow-up to show ${state}`, deadlineMs: 15_000 },
    );
  }

  return {
    sandbox,
    scene,
    conversations,
    ask,
    output: () => program.output(),
    url: program.url,
    async restart() {
      await program.kill();
      program = await startProgram(options);
    },
    async stop() {
      await program.stop();
      await directory.remove();
    },
    /** The next agent becomes available; in supervisor mode somebody says yes. The customer answers and leaves. */
    async talk({ answer = 'Yes please!', approve = false } = {}): Promise<Followable> {
      const agent = agents.shift();
      assert.ok(agent, 'there are agents left');
      const chat = scene.chatOf(agent.email);
      const since = (await sandbox.record()).length;
      const entries = async () => (await sandbox.record()).slice(since);
      await sandbox.setPresence(agent.id, 'Available');
      if (approve) {
        const { activityId, conversationId, activity } = await newCard(
          scene.channelId,
          'awaiting-approval',
          since,
        );
        const data = { outreachId: outreachIdOf(activity) };
        const userId = scene.supervisor.id;
        await sandbox.press(conversationId, { userId, activityId, verb: 'outreach.approve', data });
      }
      const reached = await waitFor(
        async () =>
          (await entries()).find(
            (entry) => entry.kind === 'customer' && entry.message.text.includes(agent.name),
          ),
        { what: 'the customer to be reached', deadlineMs: 10_000 },
      );
      assert.ok(reached.kind === 'customer');
      const { customerId, conversationId } = reached;
      const arrived = reached.event === 'waiting' ? 'undelivered' : 'delivered';
      const { activityId, activity } = await newCard(chat.conversationId, arrived, since);
      await sandbox.customerWrites(customerId, answer);
      await scene.cardShowing(chat.conversationId, 'replied', activityId);
      await conversations.ends(conversationId, 'customer');
      return { agent, customerId, conversationId, chat, activityId, outreachId: outreachIdOf(activity) };
    },
    /** What reached a customer of us, these words. */
    async reached(customerId: string, text: string) {
      return (await scene.messagesToCustomers()).filter(
        (entry) => entry.customerId === customerId && entry.message.text === text,
      );
    },
    newCard,
    /** The card of another outreach in that agent's chat, in that state. */
    cardBeside: otherCard,
  };
}
