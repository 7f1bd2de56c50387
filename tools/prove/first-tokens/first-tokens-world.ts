import { setTimeout as pause } from 'node:timers/promises';
import { createChance } from '../chance.ts';
import { type Life, startLife } from '../ground/start-life.ts';
import { takeOut } from '../ground/take-out.ts';
import type { Problem } from '../suite.ts';
import { createAskWidget } from '../widget/ask-widget.ts';
import { startWidgetWorld } from '../widget/widget-world.ts';

export interface FirstTokensResult {
  readonly requests: number;
  readonly users: number;
  readonly contacts: number;
  readonly kills: number;
  /** Answers of the platform that were lost or spoilt. */
  readonly lostAnswers: number;
  readonly ms: number;
  readonly breaches: readonly Pick<Problem, 'promise' | 'what'>[];
}

const contactsPath = '/externalcontacts/contacts$';
/** Left, and nobody knows what becomes of it. */
const killStep = 'during POST /api/v2/externalcontacts/contacts';

/**
 * Users nobody knows yet, each asked for many times at once over HTTP; answers of the platform are lost, and the program is ended by SIGKILL
 * while it makes contacts. Whoever got no answer asks again, as a page does. `unique`: the platform refuses a second contact of an id itself.
 */
export async function runFirstTokensWorld(options: {
  name: string;
  seed: string;
  requests: number;
  users: number;
  unique: boolean;
  atOnce: number;
  /** How long a page goes on asking. */
  patienceMs: number;
  without: string | null;
}): Promise<FirstTokensResult> {
  const { name, seed, requests, users, unique, atOnce, patienceMs, without } = options;
  const chance = createChance(`${seed}/first-tokens`);
  const world = await startWidgetWorld({ name, seed });
  const run = `first-${chance.bytes(4).toString('hex')}`;
  const [org] = (await world.sandbox.state()).orgs;
  if (!unique) await world.control(`/orgs/${org?.id}`, { uniqueExternalIds: false });
  const spoilt = Math.max(4, Math.round(users / 10));
  const faults = [
    { method: 'POST', path: contactsPath, when: 'after', reset: true, count: spoilt },
    { method: 'POST', path: contactsPath, when: 'after', status: 503, count: spoilt },
    { method: 'POST', path: contactsPath, when: 'before', status: 500, count: 2 },
    { method: 'POST', path: '/identifierlookup/contacts$', when: 'before', status: 503, count: 2 },
  ];
  for (const fault of faults) await world.sandbox.fault(fault);
  const killAt = { step: killStep, nth: 2 + chance.below(Math.max(1, users - 4)), from: 'start' } as const;
  let life: Life = startLife(world, { ...takeOut(without), killAt });
  let kills = 0;
  const startedAt = Date.now();
  const deadline = startedAt + patienceMs;
  const { ask, close } = createAskWidget(world.port, world.origin, atOnce);
  const breaches: Pick<Problem, 'promise' | 'what'>[] = [];
  const statuses = new Map<number, number>();
  let stopped = false;
  try {
    if (!(await life.ready()))
      throw new Error(`the program did not start: see ${world.directory}/program.log`);
    const restarting = life.ended.then(() => {
      if (stopped) return;
      kills += 1;
      life = startLife(world, takeOut(without));
    });
    const order = chance.shuffled(Array.from({ length: requests }, (_, index) => index % users));
    const served = await Promise.all(
      order.map(async (user) => {
        for (;;) {
          const assertion = await world.site.assert({ sub: `${run}-${user}`, name: 'First Token' });
          const answer = await ask('/widget/token', { assertion });
          statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
          if (answer?.status === 200) return true;
          const again = answer === null || answer.status === 503 || answer.status === 429;
          if (!again || Date.now() > deadline) return false;
          await pause(answer === null ? 200 : 1_000);
        }
      }),
    );
    const ms = Date.now() - startedAt;
    const unserved = served.filter((each) => !each).length;
    const contacts = await world.contactsWith(run);
    if (contacts !== users)
      breaches.push({
        promise: 'A user gets one external contact',
        what: `${users} users have ${contacts} contacts`,
      });
    if (unserved > 0)
      breaches.push({
        promise: 'Whoever asks for a token gets one',
        what: `${unserved} of ${requests} requests were never served; answers by status ${JSON.stringify([...statuses])}`,
      });
    if (kills === 0)
      breaches.push({
        promise: 'The program is ended in the middle',
        what: 'it made too few contacts to be',
      });
    stopped = true;
    await life.kill();
    await restarting;
    return { requests, users, contacts, kills, lostAnswers: 2 * spoilt + 4, ms, breaches };
  } finally {
    stopped = true;
    close();
    await life.kill();
    await world.end(breaches.length > 0);
  }
}
