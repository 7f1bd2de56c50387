import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { conversationControl } from '../program/conversation-control.ts';
import { freePort } from '../program/free-port.ts';
import { writePartnersFile } from '../program/partners-file.ts';
import type { RecordEntry } from '../program/sandbox-control.ts';
import { sandboxEnv } from '../program/sandbox-env.ts';
import { type Program, startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { waitFor } from '../program/wait-for.ts';
import type { DemoResult } from './demo-result.ts';
import { handOffSides } from './hand-off-sides.ts';
import type { Story } from './story.ts';

/** One hand-off as both sides saw it. */
interface DemoHandOff {
  readonly contract: 'bridge' | 'field';
  readonly ticket: 'accepted' | null;
  /** What the card in the agent’s chat said, one after the other. */
  readonly card: readonly string[];
  readonly partnerSaw: { readonly transcript: boolean; readonly reason: string | null };
  readonly customerSaw: { readonly text: string; readonly times: number };
}

interface HandOffResult extends DemoResult {
  readonly report: DemoResult['report'] & { readonly handOffs: readonly DemoHandOff[] };
}

const question = 'Yes: the seam of my backpack came apart again.';
const reply = 'Hello, this is Southridge Repairs. We mend that for you, free of charge.';
const thanks = 'Great, thank you!';
const deadlineMs = 30_000;

/** The third system on the real program: a customer is handed to a partner organisation over the bridge, another by the field contract. */
export async function runHandOffJourney(story: Story): Promise<HandOffResult> {
  const handOffs = [await overBridge(story), await byField(story)];
  return {
    report: { journey: 'hand-off', outreaches: [], handOffs },
    problems: handOffs.flatMap(problemsOf),
    done: 'The partner’s people read each word once and answered; the customer read that in the same window.',
  };
}

/** With no configuration the sandbox’s second organisation is the partner. */
async function overBridge(story: Story): Promise<DemoHandOff> {
  story.chapter('Platform contract: a bridge by Open Messaging');
  const directory = await temporaryDirectory();
  try {
    const program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'warn' } });
    try {
      return await handOff(program, 'bridge', story);
    } finally {
      await program.stop();
    }
  } finally {
    await directory.remove();
  }
}

/** Registered by PARTNERS_FILE, as a real partner is. */
async function byField(story: Story): Promise<DemoHandOff> {
  story.chapter('Field contract: the transfer with a re-issued session token');
  const directory = await temporaryDirectory();
  const port = await freePort();
  const sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
  try {
    const file = join(directory.path, 'partners.json');
    await writePartnersFile(file, sandbox.baseUrl);
    const program = await startProgram({
      dataDir: directory.path,
      port,
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env: { ...(await sandboxEnv(sandbox.baseUrl)), PARTNERS_FILE: file, LOG_LEVEL: 'warn' },
    });
    try {
      return await handOff(program, 'field', story);
    } finally {
      await program.stop();
    }
  } finally {
    await sandbox.close();
    await directory.remove();
  }
}

async function handOff(
  program: Program,
  contract: DemoHandOff['contract'],
  story: Story,
): Promise<DemoHandOff> {
  const { sandbox } = program;
  const control = conversationControl(sandbox.baseUrl);
  const sides = handOffSides(sandbox);
  const { agent, customer, chat, card } = await talk(program, story);
  await control.agentAnswers(card.conversationId, agent.id);
  story.tell(`${agent.name} takes the conversation and presses “Hand off” in Teams.`);
  const pressed = await sandbox.press(chat.id, {
    userId: chat.userId,
    activityId: card.activityId,
    verb: 'hand-off.begin',
    data: {
      handOffOf: card.outreachId,
      handOffTo: 'southridge/Repairs',
      handOffReason: 'their-subject',
      handOffNote: 'Third seam this year.',
    },
  });
  story.tell(`Teams: ${JSON.stringify(pressed.body)}`);
  const goesOn = contract === 'bridge' ? 'bridged' : 'moved';
  await cardShows(program, chat.id, goesOn);
  const there = await waitFor(() => sides.arrived(customer.token), {
    what: 'the customer to arrive at the partner',
    deadlineMs,
  });
  const read = await waitFor(
    async () => {
      const now = await sides.partnerReads(there);
      const whole = contract === 'field' || now.texts.some((text) => text.includes(question));
      return whole ? now : undefined;
    },
    { what: 'the partner to read what was said', deadlineMs },
  );
  story.tell(
    contract === 'bridge'
      ? `The partner’s agent reads:\n      ${read.texts.join('\n').replaceAll('\n', '\n      ')}`
      : `The partner’s agent sees what came along: ${JSON.stringify(read.attributes)}`,
  );
  const name = await sides.partnerWrites(there.conversationId, reply);
  const times = await waitFor(async () => (await sides.shownTo(customer.token, reply)) || undefined, {
    what: 'the customer to read the partner’s answer',
    deadlineMs,
  });
  story.tell(`${name} of Southridge Repairs answers, and the customer reads it in the same window.`);
  if (contract === 'bridge') {
    await sandbox.customerWrites(customer.id, thanks);
    await waitFor(async () => (await sides.partnerReads(there)).texts.includes(thanks) || undefined, {
      what: 'the partner to read the customer',
      deadlineMs,
    });
    await control.ends(there.conversationId, 'agent');
    await cardShows(program, chat.id, 'ended');
    story.tell('The partner ends the conversation, and it ends here as well; the card says so.');
  }
  const states = statesOf(await sandbox.record(), chat.id);
  return {
    contract,
    ticket: states.includes('refused') ? null : 'accepted',
    card: states,
    partnerSaw: {
      transcript: read.texts.some((text) => text.includes(question)),
      reason: read.attributes.handOffReason ?? read.attributes.handoffReason ?? null,
    },
    customerSaw: { text: reply, times: (await sides.shownTo(customer.token, reply)) || times },
  };
}

const outreachId = /"replyTo":"([^"]+)"|"handOffOf":"([^"]+)"/;

/** An agent becomes available, a customer is reached and answers. */
async function talk({ sandbox }: Program, story: Story) {
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'Teams to install the bot everywhere',
    deadlineMs,
  });
  const { orgs, teams } = await sandbox.state();
  const agent = orgs[0]?.agents.find(({ presence }) => presence !== 'On Queue' && presence !== 'Available');
  const user = teams.users.find(({ email }) => email === agent?.email);
  const chat = teams.conversations.find(({ userId }) => userId !== undefined && userId === user?.id);
  if (agent === undefined || user === undefined || chat === undefined) throw new Error('nobody is idle');
  await sandbox.setPresence(agent.id, 'Available');
  const reached = await waitFor(
    async () =>
      (await sandbox.record()).find(
        (entry) => entry.kind === 'customer' && entry.message.text.includes(agent.name),
      ),
    { what: 'a customer to be reached', deadlineMs },
  );
  if (reached.kind !== 'customer') throw new Error('nobody was reached');
  const { customerId, conversationId } = reached;
  await sandbox.setBrowser(customerId, true);
  await sandbox.customerWrites(customerId, question);
  const customer = orgs[0]?.customers.find(({ id }) => id === customerId);
  if (customer === undefined) throw new Error('the sandbox does not know whom it showed the message');
  const answered = await waitFor(
    async () =>
      (await sandbox.record()).find(
        (entry): entry is RecordEntry & { kind: 'teams' } =>
          entry.kind === 'teams' &&
          entry.conversationId === chat.id &&
          JSON.stringify(entry.activity).includes('"handOffOf"'),
      ),
    { what: 'the card of the customer’s answer with the button', deadlineMs },
  );
  const [, replyTo, handOffOf] = outreachId.exec(JSON.stringify(answered.activity)) ?? [];
  story.tell(
    `${agent.name} becomes available, ${customer.name ?? 'an anonymous visitor'} is reached and answers.`,
  );
  return {
    agent,
    customer,
    chat: { id: chat.id, userId: user.id },
    card: { activityId: answered.activityId, conversationId, outreachId: replyTo ?? handOffOf ?? '' },
  };
}

async function cardShows({ sandbox }: Program, chatId: string, state: string): Promise<void> {
  await waitFor(async () => statesOf(await sandbox.record(), chatId).includes(state) || undefined, {
    what: `the card of the hand-off to show ${state}`,
    deadlineMs,
  });
}

/** What the card of the hand-off showed in a chat, without repeats. */
function statesOf(record: readonly RecordEntry[], chatId: string): string[] {
  const shown = record.flatMap((entry) => {
    if (entry.kind !== 'teams' || entry.conversationId !== chatId) return [];
    return /"type":"Container","id":"hand-off-([a-z]+)"/.exec(JSON.stringify(entry.activity))?.[1] ?? [];
  });
  return shown.filter((state, index) => state !== shown[index - 1]);
}

function problemsOf({ contract, ticket, card, partnerSaw, customerSaw }: DemoHandOff): string[] {
  const wrong: [boolean, string][] = [
    [ticket !== 'accepted', 'the ticket was not accepted'],
    [contract === 'bridge' && !partnerSaw.transcript, 'the partner’s agent did not see what was said'],
    [partnerSaw.reason !== 'their-subject', 'the partner’s agent did not see the reason'],
    [customerSaw.times !== 1, `the customer saw the partner’s answer ${customerSaw.times} times`],
    [card.at(-1) !== (contract === 'bridge' ? 'ended' : 'moved'), 'the card does not tell how it stands'],
  ];
  return wrong.flatMap(([is, problem]) => (is ? [`${contract}: ${problem}`] : []));
}
