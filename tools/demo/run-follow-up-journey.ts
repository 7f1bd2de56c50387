import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type ConversationControl, conversationControl } from '../program/conversation-control.ts';
import { freePort } from '../program/free-port.ts';
import type { RecordEntry, SandboxState } from '../program/sandbox-control.ts';
import { sandboxEnv } from '../program/sandbox-env.ts';
import { type Program, startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import type { DemoResult } from './demo-result.ts';
import { createFollowUpScene, type Talk } from './follow-up-scene.ts';
import { type ParticipantRefusal, tryParticipantRoute } from './participant-route.ts';
import { type DemoOutreach, problemsOf, reportOutreach } from './report-outreach.ts';
import type { Story } from './story.ts';

interface FollowUpResult extends DemoResult {
  readonly report: DemoResult['report'] & { readonly avoided: ParticipantRefusal };
}

const minutesAgo = 20;
const plans = [
  { reach: 'contact', when: 'now' },
  { reach: 'anonymous', when: 'in 5 seconds' },
] as const;

/**
 * The second system on the real program: customers who talked to an agent and left twenty minutes ago are followed up from the
 * agent's card, a known contact at once, an anonymous visitor at an hour that was asked for.
 */
export async function runFollowUpJourney(story: Story): Promise<FollowUpResult> {
  const directory = await temporaryDirectory();
  const port = await freePort();
  const sandbox = await startSandbox({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages` });
  try {
    story.chapter('Start the program on a sandbox without the external-messages endpoint');
    const control = conversationControl(sandbox.baseUrl);
    for (const orgId of sandbox.world.orgs.keys()) await control.offer(orgId, { externalMessages: false });
    const program = await startProgram({
      dataDir: directory.path,
      port,
      sandboxPort: Number(new URL(sandbox.baseUrl).port),
      env: { ...(await sandboxEnv(sandbox.baseUrl)), LOG_LEVEL: 'warn' },
    });
    story.tell(`Ready after ${Math.round(program.readyAfterMs)} ms at ${program.url}.`);
    try {
      const avoided = await followUp(program, control, story);
      const seen = { state: await program.sandbox.state(), record: await program.sandbox.record() };
      await program.stop();
      return await compare(directory.path, seen, avoided, story);
    } finally {
      await program.stop();
    }
  } finally {
    await sandbox.close();
    await directory.remove();
  }
}

async function followUp(program: Program, control: ConversationControl, story: Story) {
  const scene = await createFollowUpScene(program, control, story);
  const talks: Talk[] = [];
  for (const { reach } of plans) {
    talks.push(await scene.talkWith(reach));
    story.tell('The customer leaves: the conversation is closed.');
  }
  story.chapter(`${minutesAgo} minutes later, the conversations are long closed`);
  await control.advance(minutesAgo * 60);
  const avoided = await showRefusal(program, talks[0], story);
  for (const [index, talk] of talks.entries()) await scene.askFor(talk, plans[index]?.when ?? 'now');
  return avoided;
}

/** The product reads the conversation's state first; this is what it would otherwise have learnt from. */
async function showRefusal({ sandbox }: Program, talk: Talk | undefined, story: Story) {
  const [org] = (await sandbox.state()).orgs;
  if (org === undefined || talk === undefined) throw new Error('there is nobody to follow up');
  const { conversationId, participantId } = talk;
  const text = 'Hello again';
  const avoided = await tryParticipantRoute(sandbox.baseUrl, org, { conversationId, participantId, text });
  story.tell(
    `For comparison: POST …/participants/{id}/messages answers ${avoided.status} ${avoided.code ?? ''} on a closed conversation. The product never asks there.`,
  );
  return avoided;
}

interface Seen {
  readonly state: SandboxState;
  readonly record: readonly RecordEntry[];
}

/** Whatever its id: a second copy is another message with the same words. */
function timesReached({ message, session }: DemoOutreach, { record }: Seen): number {
  return record.filter(
    (entry) =>
      entry.kind === 'customer' &&
      (entry.event === 'shown' || entry.event === 'waiting') &&
      entry.guestId === session?.guestId &&
      entry.message.text === message?.body.content,
  ).length;
}

async function compare(
  dataDir: string,
  seen: Seen,
  avoided: ParticipantRefusal,
  story: Story,
): Promise<FollowUpResult> {
  story.chapter('Read the ledger and compare it with what the customers saw');
  const store = await openStore({ databaseUrl: null, dataDir });
  try {
    const rows = (
      await store.outreaches.inStates([
        'replied',
        'sent',
        'delivered',
        'undelivered',
        'held',
        'unknown',
        'failed',
      ])
    ).filter(({ kind }) => kind === 'follow-up');
    const outreaches = await Promise.all(
      rows.map(async (row) => reportOutreach(row, await store.cards.of(row.id), seen.state, seen.record)),
    );
    for (const { route, answer, session, cards } of outreaches) {
      const where = answer?.conversationId === session?.conversationId ? 'the same' : 'another';
      story.tell(
        `${route}: on ${where} conversation, card ${cards.map(({ states }) => states.join(' → ')).join(' | ')}`,
      );
    }
    const moved = outreaches
      .filter(({ answer, session }) => answer?.conversationId !== session?.conversationId)
      .map(({ route }) => `${route}: it landed on another conversation`);
    const repeated = outreaches
      .filter((outreach) => timesReached(outreach, seen) !== 1)
      .map(({ route }) => `${route}: the text did not reach the customer exactly once`);
    const unlike = avoided.status === 403 ? [] : ['the participant’s route did not answer 403'];
    const problems = [...problemsOf(outreaches, ['agentless', 'webchat']), ...moved, ...repeated, ...unlike];
    return { report: { journey: 'follow-up', outreaches, avoided }, problems };
  } finally {
    await store.close();
  }
}
