import { openStore } from '../../src/store/open-store.ts';
import { cardState } from '../program/card-state.ts';
import type { RecordEntry } from '../program/sandbox-control.ts';
import { type Program, startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { waitFor } from '../program/wait-for.ts';
import type { DemoResult } from './demo-result.ts';
import { problemsOf, reportOutreach } from './report-outreach.ts';
import type { Story } from './story.ts';

const deadlineMs = 10_000;
const routesToShow = ['agentless', 'external-messages'] as const;
const sendPaths = /\/messages\/agentless$|\/messaging\/external-messages$/;

/**
 * The main job on the real program and its sandbox: agents become available one after the other until a customer with an
 * external contact and an anonymous visitor have both been reached and have answered.
 */
export async function runMainJourney(story: Story): Promise<DemoResult> {
  const directory = await temporaryDirectory();
  try {
    story.chapter('Start the program with its sandbox');
    const program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'warn' } });
    story.tell(`Ready after ${Math.round(program.readyAfterMs)} ms at ${program.url}.`);
    let seen: Awaited<ReturnType<typeof whatTheSandboxSaw>>;
    try {
      await reachCustomers(program, story);
      seen = await whatTheSandboxSaw(program);
    } finally {
      await program.stop();
    }
    story.chapter('Read the ledger and compare it with what the customers saw');
    const store = await openStore({ databaseUrl: null, dataDir: directory.path });
    try {
      const rows = await store.outreaches.inStates([
        'sent',
        'delivered',
        'undelivered',
        'replied',
        'unknown',
        'failed',
      ]);
      const outreaches = await Promise.all(
        rows.map(async (row) => reportOutreach(row, await store.cards.of(row.id), seen.state, seen.record)),
      );
      for (const outreach of outreaches) {
        story.tell(
          `${outreach.route}: ${outreach.seenByCustomer.length} message seen, card ${outreach.cards.map(({ states }) => states.join(' → ')).join(' | ')}`,
        );
      }
      return { report: { journey: 'main', outreaches }, problems: problemsOf(outreaches, routesToShow) };
    } finally {
      await store.close();
    }
  } finally {
    await directory.remove();
  }
}

async function whatTheSandboxSaw({ sandbox }: Program) {
  return { state: await sandbox.state(), record: await sandbox.record() };
}

async function reachCustomers(program: Program, story: Story): Promise<void> {
  const { sandbox } = program;
  await waitFor(async () => (await sandbox.state()).teams.conversations.every(({ installed }) => installed), {
    what: 'Teams to install the bot everywhere',
    deadlineMs,
  });
  const { orgs, teams } = await sandbox.state();
  const shown = new Set<string>();
  for (const agent of orgs[0]?.agents ?? []) {
    if (shown.size === routesToShow.length) return;
    if (agent.presence === 'On Queue') continue;
    if (agent.presence === 'Available') await sandbox.setPresence(agent.id, 'Busy');
    story.chapter(`${agent.name} becomes Available`);
    const since = {
      record: (await sandbox.record()).length,
      requests: (await sandbox.requests()).at(-1)?.seq ?? 0,
    };
    await sandbox.setPresence(agent.id, 'Available');
    const customerId = await waitFor(
      async () => (await sandbox.record()).slice(since.record).flatMap(reachedCustomer)[0],
      { what: `${agent.name} to reach a customer`, deadlineMs },
    );
    for (const request of await sandbox.requests(since.requests)) {
      if (!request.path.startsWith('/api/v2/conversations')) continue;
      story.request(request);
      if (sendPaths.test(request.path) && request.status < 300)
        shown.add(request.path.split('/').at(-1) ?? '');
    }
    const user = teams.users.find(({ email }) => email === agent.email);
    const chat = teams.conversations.find(({ userId }) => userId !== undefined && userId === user?.id);
    await letCustomerAnswer(program, story, { customerId, chatId: chat?.id ?? '', since: since.record });
  }
}

function reachedCustomer(entry: RecordEntry): string[] {
  const reached = entry.kind === 'customer' && (entry.event === 'shown' || entry.event === 'waiting');
  return reached ? [entry.customerId] : [];
}

/** The customer reads the message, coming back for it if need be, and answers; the agent's card must tell each step. */
async function letCustomerAnswer(
  { sandbox }: Program,
  story: Story,
  { customerId, chatId, since }: { customerId: string; chatId: string; since: number },
): Promise<void> {
  const { orgs } = await sandbox.state();
  const name = orgs[0]?.customers.find(({ id }) => id === customerId)?.name ?? 'An anonymous visitor';
  const entries = async () => (await sandbox.record()).slice(since);
  const saw = async (event: string) =>
    (await entries()).some(
      (entry) => entry.kind === 'customer' && entry.customerId === customerId && entry.event === event,
    );
  const states = async () =>
    (await entries()).flatMap((entry) =>
      entry.kind === 'teams' && entry.conversationId === chatId ? (cardState(entry.activity) ?? []) : [],
    );
  const cardShows = (state: string) =>
    waitFor(async () => (await states()).includes(state), { what: `the card to show ${state}`, deadlineMs });

  if (await saw('shown')) {
    await cardShows('delivered');
    story.tell(`${name} has the messenger open and sees it at once.`);
  } else {
    await cardShows('undelivered');
    story.tell(`${name} is away: the message waits. The browser is opened again.`);
    await sandbox.setBrowser(customerId, true);
    await waitFor(() => saw('seen-in-history'), { what: `${name} to see the message`, deadlineMs });
  }
  story.tell(`${name} answers.`);
  await sandbox.customerWrites(customerId, 'Oh, that is quick. Yes please!');
  await cardShows('replied');
  story.tell(`The card in the agent's Teams chat: ${(await states()).join(' → ')}`);
}
