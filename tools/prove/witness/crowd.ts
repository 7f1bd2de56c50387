import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../src/sandbox/seed/random.ts';
import { cardState } from '../../program/card-state.ts';
import type { SandboxAgent, SandboxControl, SandboxState } from '../../program/sandbox-control.ts';
import type { Deeds, Occasion, Press } from './deeds.ts';
import type { OutreachSeen, Place, Witness } from './witness.ts';

/** Agents, a supervisor and customers who go about their work, whether the program lives or not. */
export interface Crowd {
  readonly deeds: Deeds;
  /** Nobody begins anything new; what is asked for is still decided. */
  calmDown(): void;
  /** How many became available and saw no end of it yet. */
  waiting(): number;
  stop(): Promise<void>;
}

const lookEveryMs = 50;
/** The program takes a faster return for flapping (10 s). */
const restMs = 11_000;
/** Nothing came of an occasion for so long of the program's life: overlooked. */
const overlookedMs = 20_000;
/** Where customers are scarce, nothing more will come of it after so long. */
const scarceMs = 4_000;
const settled = new Set([
  'sent',
  'delivered',
  'undelivered',
  'replied',
  'declined',
  'expired',
  'cancelled',
  'held',
  'failed',
  'unknown',
  'asked',
]);

interface Post {
  readonly agent: SandboxAgent;
  occasion: Occasion | null;
  availableAt: number;
  /** How long the program had lived when the occasion came. */
  livedMs: number;
}

/** Sets them to work. `atOnce`: how many agents may wait for an outreach at a time; `most`: how many occasions in all. */
export function startCrowd(options: {
  sandbox: SandboxControl;
  state: SandboxState;
  witness: Witness;
  random: Random;
  atOnce: number;
  most?: number;
  /** For how long the program has been ready, all its lives together, milliseconds. */
  livedMs: () => number;
  /** There are fewer customers than occasions: all become available at once, and that nothing comes of it is no fault. */
  scarce?: boolean;
}): Crowd {
  const {
    sandbox,
    state,
    witness,
    random,
    atOnce,
    most = Number.POSITIVE_INFINITY,
    scarce = false,
    livedMs,
  } = options;
  const supervisor = state.teams.users.find(({ role }) => role === 'supervisor');
  const [org] = state.orgs;
  if (supervisor === undefined || org === undefined)
    throw new Error('the sandbox has no supervisor or no organisation');
  const supervisorId = supervisor.id;
  const posts = org.agents.map((agent): Post => ({ agent, occasion: null, availableAt: 0, livedMs: 0 }));
  const occasions: Occasion[] = [];
  const presses: Press[] = [];
  const overlooked: Occasion[] = [];
  const decided = new Map<string, Press['verdict']>();
  const tryPressAt = new Map<string, number>();
  const answering = new Set<string>();
  let calm = false;
  let stopped = false;

  const outreachOf = (occasion: Occasion): OutreachSeen | undefined =>
    witness
      .outreaches()
      .find(({ text, firstAt }) => firstAt >= occasion.at && text.includes(`: ${occasion.agentName} to `));

  /** Its message was seen, though no card yet: where the disk is full for most of the time, a card comes late. */
  const wasSent = (occasion: Occasion): boolean =>
    witness
      .messages()
      .some(({ text, at }) => at >= occasion.at && text.includes(`: ${occasion.agentName} to `));

  async function moveAgents(now: number): Promise<void> {
    const waiting = posts.filter(({ occasion }) => occasion !== null).length;
    const rested = posts.filter(
      ({ occasion, availableAt }) => occasion === null && now - availableAt > restMs,
    );
    for (const post of posts) {
      if (post.occasion === null) continue;
      const outreach = outreachOf(post.occasion);
      const done =
        outreach !== undefined && [...outreach.places.values()].every(({ state: at }) => settled.has(at));
      if (!done && livedMs() - post.livedMs < (scarce ? scarceMs : overlookedMs)) continue;
      if (outreach === undefined && !scarce && !wasSent(post.occasion)) overlooked.push(post.occasion);
      await sandbox.setPresence(post.agent.id, 'Busy');
      post.occasion = null;
    }
    const room = calm ? 0 : Math.min(atOnce - waiting, most - occasions.length, rested.length);
    // Several in the same instant: who would be best for one is best for the other too.
    if (scarce && rested.length < posts.length) return;
    if (room === 0 || (room < 2 && rested.length > 1 && waiting > 0)) return;
    const chosen = Array.from({ length: room }, () =>
      rested.splice(random.between(0, rested.length - 1), 1),
    ).flat();
    const at = Date.now();
    await sandbox.setPresences(
      chosen.map(({ agent }) => agent.id),
      'Available',
    );
    for (const post of chosen) {
      post.availableAt = at;
      post.livedMs = livedMs();
      post.occasion = { agentName: post.agent.name, at };
      occasions.push(post.occasion);
    }
  }

  async function pressButtons(now: number): Promise<void> {
    for (const { key, outreachId, places } of witness.outreaches()) {
      const card = [...places.values()].find(({ state: shown }) => shown === 'awaiting-approval');
      if (outreachId === null || card === undefined) continue;
      if ((tryPressAt.get(key) ?? 0) > now) continue;
      tryPressAt.set(key, now + 400);
      const verdict = decided.get(key) ?? (random.between(1, 8) === 1 ? 'decline' : 'approve');
      decided.set(key, verdict);
      void press({ key, outreachId, verdict }, card);
      // Somebody else presses the other button at the same moment.
      if (random.between(1, 3) === 1)
        void press({ key, outreachId, verdict: verdict === 'approve' ? 'decline' : 'approve' }, card);
    }
  }

  /** Each proposal is decided on its own card: asked for until it is there. */
  function openDetails(now: number): void {
    const known = new Set(witness.outreaches().map(({ outreachId }) => outreachId));
    for (const { outreachId, burstId, conversationId, activityId } of witness.onBursts()) {
      if (known.has(outreachId) || (tryPressAt.get(outreachId) ?? 0) > now) continue;
      tryPressAt.set(outreachId, now + 1_000);
      const data = { burstId, outreachId };
      sandbox
        .press(conversationId, { userId: supervisorId, activityId, verb: 'burst.details', data })
        // Nobody was there to answer; people press again.
        .catch(() => {});
    }
  }

  async function press(
    { key, outreachId, verdict }: Pick<Press, 'key' | 'verdict'> & { outreachId: string },
    { conversationId, activityId }: Place,
  ) {
    try {
      const { status, body } = await sandbox.press(conversationId, {
        userId: supervisorId,
        activityId,
        verb: `outreach.${verdict}`,
        data: { outreachId },
      });
      const shown = cardState({ attachments: [{ content: cardIn(body) }] });
      if (status === 200 && shown !== null && shown !== 'awaiting-approval')
        presses.push({ key, verdict: shown === 'declined' ? 'decline' : 'approve', at: Date.now() });
    } catch {
      // Nobody was there to answer; people press again.
    }
  }

  async function answerMessages(): Promise<void> {
    for (const { id, customerId, repliedAt } of witness.messages()) {
      if (repliedAt !== null || answering.has(id)) continue;
      answering.add(id);
      if (random.between(1, 4) === 1) await sandbox.customerWrites(customerId, 'Thank you, that helps.');
    }
  }

  async function work(): Promise<void> {
    while (!stopped) {
      await witness.look();
      const now = Date.now();
      await moveAgents(now);
      openDetails(now);
      await pressButtons(now);
      if (!calm) await answerMessages();
      await pause(lookEveryMs);
    }
  }

  const working = work();
  return {
    deeds: { occasions, presses, overlooked },
    calmDown() {
      calm = true;
    },
    waiting: () => posts.filter(({ occasion }) => occasion !== null).length,
    async stop() {
      stopped = true;
      await working;
    },
  };
}

function cardIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'value' in body ? body.value : null;
}
