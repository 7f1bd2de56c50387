import assert from 'node:assert/strict';
import { z } from 'zod';
import { conversationControl } from '../../../tools/program/conversation-control.ts';
import type { RecordEntry, SandboxAgent } from '../../../tools/program/sandbox-control.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { sceneOf } from '../../support/scene.ts';

type TeamsEntry = RecordEntry & { kind: 'teams' };

/** A customer who answered an outreach, and the card that tells its agent. */
export interface Answered {
  readonly agent: SandboxAgent;
  readonly customerId: string;
  /** In Genesys Cloud. */
  readonly conversationId: string;
  readonly chat: { readonly conversationId: string; readonly userId: string };
  readonly outreachId: string;
  /** Of the card of the answer. */
  readonly activityId: string;
}

const answer = z.object({ value: z.unknown() });
const invoke = z.looseObject({ id: z.string(), name: z.literal('adaptiveCard/action') });

/** The real program with its sandbox, and what agents do there once a customer has answered. */
export async function replyGround(
  env: Readonly<Record<string, string>> = {},
  place: { readonly port?: number; readonly sandboxPort?: number } = {},
) {
  const directory = await temporaryDirectory();
  const options = { dataDir: directory.path, env: { LOG_LEVEL: 'debug', ...env }, ...place };
  let program: Program = await startProgram(options);
  const ports = {
    port: Number(new URL(program.url).port),
    sandboxPort: Number(new URL(program.sandbox.baseUrl).port),
  };
  const { sandbox, url } = program;
  const scene = await sceneOf(program);
  const conversations = conversationControl(sandbox.baseUrl);
  const agents = [...scene.idleAgents];

  const entries = async (since = 0): Promise<RecordEntry[]> => (await sandbox.record()).slice(since);

  /** What is shown in a chat, the newest of each card last, that fits; waited for. */
  function shown(what: string, fits: (entry: TeamsEntry) => boolean, since = 0): Promise<TeamsEntry> {
    return waitFor(
      async () => {
        const found = (await entries(since)).findLast((entry) => entry.kind === 'teams' && fits(entry));
        return found?.kind === 'teams' ? found : undefined;
      },
      { what, deadlineMs: 15_000 },
    );
  }

  async function says(email: string, command: string): Promise<TeamsEntry> {
    const { conversationId, userId } = scene.chatOf(email);
    const since = (await entries()).length;
    await sandbox.say(conversationId, userId, command);
    return shown(
      `an answer to ${command}`,
      (entry) => entry.event === 'posted' && entry.conversationId === conversationId,
      since,
    );
  }

  /** Opens the sign-in address as a browser of that agent at Genesys Cloud; gives where it is sent back to. */
  async function chooses(address: string, agentId: string): Promise<string> {
    const { search, origin } = new URL(address);
    assert.equal(origin, sandbox.baseUrl);
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), new RegExp(agentId));
    const chosen = await fetch(`${origin}/sandbox/v1/agents/${agentId}/authorize${search}`, {
      redirect: 'manual',
    });
    return chosen.headers.get('location') ?? '';
  }

  /** The page the program shows a browser that comes back. */
  async function comesBack(address: string, language = 'en'): Promise<{ status: number; text: string }> {
    const page = await fetch(address, { headers: { 'accept-language': language } });
    return { status: page.status, text: await page.text() };
  }

  return {
    sandbox,
    scene,
    conversations,
    url,
    says,
    chooses,
    comesBack,
    shown,
    entries,
    output: () => program.output(),
    async restart() {
      await program.kill();
      program = await startProgram({ ...options, ...ports });
    },
    async stop() {
      await program.stop();
      await directory.remove();
    },
    /** The next agent becomes available, a customer is reached and answers. */
    async answers(text = 'Yes please, one question!'): Promise<Answered> {
      const agent = agents.shift();
      assert.ok(agent, 'there are agents left');
      const chat = scene.chatOf(agent.email);
      const since = (await entries()).length;
      await sandbox.setPresence(agent.id, 'Available');
      const reached = await waitFor(
        async () =>
          (await entries(since)).find(
            (entry) => entry.kind === 'customer' && entry.message.text.includes(agent.name),
          ),
        { what: 'the customer to be reached', deadlineMs: 10_000 },
      );
      assert.ok(reached.kind === 'customer');
      const { customerId, conversationId } = reached;
      const status = await shown(
        'the card of the outreach',
        (entry) => entry.conversationId === chat.conversationId && /state-(un)?delivered/.test(bodyOf(entry)),
        since,
      );
      await sandbox.customerWrites(customerId, text);
      const card = await shown(
        'the card of the answer',
        (entry) => entry.conversationId === chat.conversationId && /"id":"reply-/.test(bodyOf(entry)),
        since,
      );
      const outreachId = outreachIdOf(status.activity);
      return { agent, customerId, conversationId, chat, outreachId, activityId: card.activityId };
    },
    /** Signs an agent in by the link of the command. */
    async signsIn({ agent }: Pick<Answered, 'agent'>): Promise<void> {
      const { activity } = await says(agent.email, 'sign in');
      const { status, text } = await comesBack(await chooses(linkIn(activity), agent.id));
      assert.equal(status, 200, text);
    },
    /** Genesys ends every sign-in made through the program's client. */
    async endsSignIns({ agent }: Pick<Answered, 'agent'>): Promise<void> {
      const address = new URL(linkIn((await says(agent.email, 'sign in')).activity));
      const clientId = address.searchParams.get('client_id') ?? '';
      const ended = await fetch(`${sandbox.baseUrl}/sandbox/v1/clients/${clientId}/revoke`, {
        method: 'POST',
      });
      assert.equal(ended.status, 200);
    },
    /** Presses a button of the card of an answer, or of a card of somebody else whose data was edited; gives what Teams shows. */
    async press(
      on: Answered,
      verb: 'reply.send' | 'reply.sign-in',
      replyText = '',
      { chat, activityId, replyNo }: Pick<Answered, 'chat' | 'activityId'> & { replyNo?: number } = on,
    ): Promise<string> {
      const { body } = await sandbox.press(chat.conversationId, {
        userId: chat.userId,
        activityId,
        verb,
        data: { replyTo: on.outreachId, replyText, ...(replyNo === undefined ? {} : { replyNo }) },
      });
      const { value } = answer.parse(body);
      return typeof value === 'string' ? value : JSON.stringify(value);
    },
    /** The number of the form that is now on the card of an answer. */
    async formOn({ activityId }: Answered): Promise<number> {
      const { activity } = await shown(
        'the form',
        (entry) => entry.activityId === activityId && bodyOf(entry).includes('replyNo'),
      );
      return Number(/"replyNo":(\d+)/.exec(JSON.stringify(activity))?.[1]);
    },
    /** Teams delivers the last press once more. */
    async deliverAgain(): Promise<string> {
      const presses = (await sandbox.requests()).flatMap(({ requestBody }) => {
        const told = invoke.safeParse(requestBody);
        return told.success ? [told.data] : [];
      });
      const again = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(presses.at(-1)),
      });
      return again.text();
    },
    /** The cards of answers in a chat: by activity, how often each was posted or changed. */
    async answerCards({ chat }: Pick<Answered, 'chat'>): Promise<Map<string, readonly string[]>> {
      const cards = new Map<string, string[]>();
      for (const entry of await entries()) {
        if (entry.kind !== 'teams' || entry.conversationId !== chat.conversationId) continue;
        if (!/"id":"reply-/.test(bodyOf(entry))) continue;
        cards.set(entry.activityId, [...(cards.get(entry.activityId) ?? []), entry.event]);
      }
      return cards;
    },
    /** What the customer got with these words. */
    async reached({ customerId }: Pick<Answered, 'customerId'>, text: string) {
      return (await scene.messagesToCustomers()).filter(
        (entry) => entry.customerId === customerId && entry.message.text === text,
      );
    },
  };
}

/** The first address a card opens on this machine. */
export function linkIn(card: unknown): string {
  const found = /"url":"(http:[^"]*oauth[^"]*)"/.exec(JSON.stringify(card))?.[1];
  assert.ok(found, 'a link to sign in');
  return found;
}

function bodyOf({ activity }: TeamsEntry): string {
  return JSON.stringify(activity);
}
