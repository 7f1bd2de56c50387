import { Registry } from 'prom-client';
import { z } from 'zod';
import { createServer, type Server } from '../../../bot/server.ts';
import { createTeamsSide } from '../../../bot/teams-side.ts';
import { systemClock } from '../../../src/clock.ts';
import { eventOfVerdict } from '../../../src/journeys/approval/event-of-verdict.ts';
import type { Decided, Verdict } from '../../../src/journeys/journeys.ts';
import { nextStep } from '../../../src/outreach/next-step.ts';
import type { Outreach, OutreachState } from '../../../src/outreach/outreach.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { TeamsActivity, TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { fakeJourneys } from '../../support/fake-journeys.ts';
import { noPage } from '../../support/no-page.ts';
import { recordingLog } from '../../support/silent-log.ts';

const cardOn = z.object({ attachments: z.tuple([z.object({ content: z.looseObject({}) })]) });

/** The bot's Teams side as it runs, with a real store and the sandbox's Teams before it; the journeys are stand-ins. */
export async function startTeamsSideGround({
  readOwners = null,
  clock = systemClock,
  roleViews = false,
}: Partial<Pick<Parameters<typeof createTeamsSide>[0], 'readOwners' | 'clock' | 'roleViews'>> = {}) {
  const directory = await temporaryDirectory();
  const store = await openStore({ databaseUrl: null, dataDir: directory.path });
  const { log, lines } = recordingLog();
  let process: Parameters<typeof createServer>[0]['process'] = async () => ({ status: 503 });
  const server: Server = createServer({
    host: '127.0.0.1',
    port: 0,
    process: (request) => process(request),
    signedIn: noPage,
    doors: [],
    readiness: () => ({}),
    metrics: new Registry(),
    log,
  });
  const endpoint = `http://127.0.0.1:${await server.listen()}/api/messages`;
  const sandbox = await startSandbox({ port: 0, botEndpoint: endpoint });
  const [org] = [...sandbox.world.orgs.values()];
  if (org === undefined) throw new Error('the sandbox has no organisation');
  const agents = [...org.agents.values()].map(({ id, name, email }) => ({
    agentId: id,
    name,
    email,
    presence: null,
  }));
  const fakes = fakeJourneys({ ledger: new Map(), agents, now: clock.now });
  const teams = createTeamsSide({
    credentials: null,
    roleViews,
    directory: null,
    supervisors: ['Sam.Porter@northwind.example'],
    readOwners,
    store,
    language: 'en',
    journeys: { ...fakes, decisions: { ...fakes.decisions, decide: (decision) => decide(store, decision) } },
    clock,
    log,
  });
  process = teams.process;
  teams.cardSync.start();

  const conversationOf = (match: (conversation: TeamsConversation) => boolean): TeamsConversation => {
    const found = [...sandbox.world.teams.conversations.values()].find(match);
    if (found === undefined) throw new Error('no such conversation');
    return found;
  };
  const userNamed = (name: string) => {
    const user = [...sandbox.world.teams.users.values()].find((candidate) => candidate.name === name);
    if (user === undefined) throw new Error(`no user ${name}`);
    return user;
  };

  return {
    store,
    sandbox,
    lines,
    endpoint,
    agents,
    fakes,
    paused: fakes.paused,
    channel: conversationOf(({ kind }) => kind === 'channel'),
    chatWith: (name: string) => conversationOf(({ userId }) => userId === userNamed(name).id),
    userNamed,
    control: (path: string, body: unknown) => control(sandbox, path, body),
    /** Writes the outreach's next state into the ledger and wakes the cards. */
    async moveOn(id: string, state: OutreachState, patch: Partial<Outreach> = {}): Promise<void> {
      const present = await store.outreaches.get(id);
      if (present === null) throw new Error(`no outreach ${id}`);
      const note = { at: Date.now(), who: 'test', why: 'test' };
      await store.outreaches.transition(present, { ...patch, state }, note);
      teams.cardSync.poke(id);
    },
    poke: teams.cardSync.poke,
    async installedEverywhere(): Promise<void> {
      const expected = sandbox.world.teams.conversations.size;
      await waitFor(async () => (await store.references.installed()).length === expected, {
        what: 'every install',
      });
    },
    async close(): Promise<void> {
      await sandbox.close();
      await server.close();
      await teams.stop();
      await store.close();
      await directory.remove();
    },
  };
}

export type TeamsSideGround = Awaited<ReturnType<typeof startTeamsSideGround>>;

/** The cards a conversation shows, newest last, as text to search in. */
export function cardsIn(conversation: TeamsConversation): { activity: TeamsActivity; card: string }[] {
  return conversation.activities.flatMap((activity) => {
    const found = cardOn.safeParse(activity.body);
    return found.success ? [{ activity, card: JSON.stringify(found.data.attachments[0].content) }] : [];
  });
}

/** Waits until the newest card of a conversation matches, and gives it. */
export function shownIn(conversation: TeamsConversation, pattern: RegExp) {
  return waitFor(() => cardsIn(conversation).findLast(({ card }) => pattern.test(card)), {
    what: `a card matching ${pattern} in ${conversation.name}`,
  });
}

async function control(sandbox: RunningSandbox, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.baseUrl}/sandbox/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function decide(
  store: Store,
  { outreachId, verdict, by }: { outreachId: string; verdict: Verdict; by: string },
): Promise<Decided> {
  const present = await store.outreaches.get(outreachId);
  if (present === null) throw new Error('no such outreach');
  const at = Date.now();
  const step = nextStep(present, eventOfVerdict(verdict, by), at);
  const moved =
    step === null
      ? null
      : await store.outreaches.transition(present, step.patch, { at, who: step.who, why: step.why });
  const outreach = moved ?? (await store.outreaches.get(outreachId)) ?? present;
  return { outreach, applied: moved !== null };
}
