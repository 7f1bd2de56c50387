import { openStore } from '../../src/store/open-store.ts';
import type { CobrowseOffer } from '../../src/store/shapes/cobrowse-table.ts';
import { conversationControl } from '../program/conversation-control.ts';
import { type Program, startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { type CobrowseScene, createCobrowseScene, type Helping } from './cobrowse-scene.ts';
import type { DemoResult } from './demo-result.ts';
import type { Story } from './story.ts';

/** One offer as the ledger has it, beside what the customer's browser was shown and did. */
interface DemoCobrowse {
  readonly state: CobrowseOffer['state'];
  readonly contract: CobrowseOffer['contract'];
  readonly mode: CobrowseOffer['mode'];
  readonly conversationId: string;
  readonly seenByCustomer: readonly string[];
}

interface CobrowseResult extends DemoResult {
  readonly report: DemoResult['report'] & {
    readonly cobrowses: readonly DemoCobrowse[];
    /** By code: what was refused before anything left. */
    readonly prevented: readonly string[];
  };
}

/**
 * The fifth system on the real program: agents who talk to customers offer to look along; one customer accepts, one declines, one does not
 * answer, and what must not be offered is refused by name before anything leaves.
 */
export async function runCobrowseJourney(story: Story): Promise<CobrowseResult> {
  const directory = await temporaryDirectory();
  try {
    story.chapter('Start the program with its sandbox');
    const program = await startProgram({ dataDir: directory.path, env: { LOG_LEVEL: 'warn' } });
    story.tell(`Ready after ${Math.round(program.readyAfterMs)} ms at ${program.url}.`);
    let told: Awaited<ReturnType<typeof offers>>;
    try {
      told = await offers(program, story);
    } finally {
      await program.stop();
    }
    story.chapter('Read the rows and compare them with what the customers’ browsers saw');
    const store = await openStore({ databaseUrl: null, dataDir: directory.path });
    try {
      return await compare(told, (id) => store.cobrowses.of(id), story);
    } finally {
      await store.close();
    }
  } finally {
    await directory.remove();
  }
}

async function offers(program: Program, story: Story) {
  const scene = await createCobrowseScene(program, story);
  const accepted = await scene.helping();
  const prevented = await refused(scene, accepted, story);

  story.chapter(`${accepted.agentName} presses “Start cobrowse”, and ${accepted.name} accepts`);
  await scene.offer(accepted);
  await scene.answers(accepted, true);
  await scene.cardSays(accepted, 'accepted');

  const declined = await scene.helping();
  story.chapter(`${declined.agentName} offers it, and ${declined.name} declines`);
  await scene.offer(declined);
  await scene.answers(declined, false);
  await scene.cardSays(declined, 'rejected');

  const silent = await scene.helping();
  story.chapter(`${silent.agentName} offers it, and ${silent.name} does not answer`);
  await scene.offer(silent);
  await conversationControl(program.sandbox.baseUrl).advance(61);
  await scene.cardSays(silent, 'expired');
  const seen = new Map(
    await Promise.all(
      [accepted, declined, silent].map(async (who) => [who.conversationId, await scene.seenBy(who)] as const),
    ),
  );
  return {
    seen,
    prevented,
    expected: new Map([
      [accepted.conversationId, 'accepted'],
      [declined.conversationId, 'rejected'],
      [silent.conversationId, 'expired'],
    ]),
  };
}

/** What integrators are refused for, or get a session that never connects for. */
async function refused(scene: CobrowseScene, helping: Helping, story: Story): Promise<string[]> {
  story.chapter('What must not be offered is refused before anything leaves');
  const tries: readonly [string, string, (() => Promise<void>) | null][] = [
    ['the customer’s id instead of the conversation’s', `cobrowse ${helping.guestId}`, null],
    ['control, which the policy does not allow', `cobrowse ${helping.conversationId} control`, null],
    [
      'an initiator who is Offline: the session would silently never connect',
      `cobrowse ${helping.conversationId}`,
      () => scene.setPresence(helping, 'Offline'),
    ],
  ];
  const codes: string[] = [];
  for (const [what, command, before] of tries) {
    await before?.();
    const code = await scene.refusal(helping, command);
    story.tell(`${what} → ${code}`);
    codes.push(code);
  }
  await scene.setPresence(helping, 'Available');
  return codes;
}

async function compare(
  { seen, prevented, expected }: Awaited<ReturnType<typeof offers>>,
  rowsOf: (conversationId: string) => Promise<CobrowseOffer[]>,
  story: Story,
): Promise<CobrowseResult> {
  const rows = (await Promise.all([...expected.keys()].map(rowsOf))).flat();
  const cobrowses = rows.map(({ state, contract, mode, conversationId }) => ({
    state,
    contract,
    mode,
    conversationId,
    seenByCustomer: seen.get(conversationId) ?? [],
  }));
  for (const { state, contract, mode, seenByCustomer } of cobrowses)
    story.tell(`${state} (${contract}, ${mode}): the browser ${seenByCustomer.join(', ')}`);
  const wanted: Readonly<Record<string, readonly string[]>> = {
    accepted: ['shown cobrowse-offered', 'did cobrowse-accepted'],
    rejected: ['shown cobrowse-offered', 'did cobrowse-rejected'],
    expired: ['shown cobrowse-offered', 'shown cobrowse-offer-expired'],
  };
  const problems = [
    ...(cobrowses.length === expected.size
      ? []
      : [`${cobrowses.length} offers were made, not ${expected.size}`]),
    ...cobrowses.flatMap(({ state, conversationId, seenByCustomer }) => [
      ...(expected.get(conversationId) === state
        ? []
        : [`the row says ${state}, not ${expected.get(conversationId)}`]),
      ...(wanted[expected.get(conversationId) ?? '']?.join() === seenByCustomer.join()
        ? []
        : [`the browser of the customer of an offer that was ${state}: ${seenByCustomer.join(', ')}`]),
    ]),
    ...['cobrowse.target-is-customer', 'cobrowse.control-by-policy', 'cobrowse.initiator-offline']
      .filter((code) => !prevented.includes(code))
      .map((code) => `${code} was not told`),
  ];
  return {
    report: { journey: 'cobrowse', outreaches: [], cobrowses, prevented },
    problems,
    done: 'Each customer was asked once and decided; the cards said so, and nothing else was shared.',
  };
}
