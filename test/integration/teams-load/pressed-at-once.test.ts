import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { percentile } from '../../../tools/bench/percentile.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { startLoadGround } from './load-ground.ts';

const supervisors = Array.from({ length: 50 }, (_, index) => `supervisor-${index}`);
const strangers = Array.from({ length: 20 }, (_, index) => `stranger-${index}`);
const cards = 200;
/** Cards whose presses come within the same 100 ms. */
const atOnce = 8;

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
}

describe('50 supervisors and 200 cards, each pressed by several at once', () => {
  let ground: Awaited<ReturnType<typeof startLoadGround>>;
  before(async function () {
    this.timeout(60_000);
    ground = await startLoadGround(supervisors.map((name) => `${name}@northwind.example`));
    // Everybody is known: who is not is asked for, 14 a second in a channel.
    const first = [...supervisors, ...strangers].map((name, index) => press(index, name, 'approve', 'none'));
    await Promise.all(first);
  });
  after(() => ground.close());

  function press(index: number, by: string, verb: string, outreachId: string): Promise<Answer> {
    return ground.press(index, `f:${by}-${outreachId}`, by, `outreach.${verb}`, { outreachId });
  }

  /** Everybody's presses on a card: two who may decide, of different minds, each delivered twice, and one who may not. */
  function pressesOn({ id }: Outreach, index: number): Promise<Answer>[] {
    const [one, other] = [(2 * index) % 50, (2 * index + 1) % 50];
    const stranger = index % strangers.length;
    const verbs = index % 2 === 0 ? (['approve', 'decline'] as const) : (['decline', 'approve'] as const);
    const twice = (who: number, verb: string) =>
      ['first', 'again'].map(() => press(who, supervisors[who] ?? '', verb, id));
    return [
      press(stranger, strangers[stranger] ?? '', 'approve', id),
      ...twice(one, verbs[0]),
      ...twice(other, verbs[1]),
    ];
  }

  it('ends in one decision a card, one message for each yes, and none by others or after expiry', async function () {
    this.timeout(180_000);
    const open = await Promise.all(Array.from({ length: cards }, () => ground.propose()));
    const expired = await Promise.all(
      Array.from({ length: 10 }, () => ground.propose({ expiresAt: Date.now() - 1 })),
    );
    const untouched = await Promise.all(Array.from({ length: 10 }, () => ground.propose()));
    const startedAt = performance.now();
    const spreads: number[] = [];
    const answers: Answer[] = [];
    for (let from = 0; from < open.length; from += atOnce) {
      const pressedAt = performance.now();
      const pressed = open.slice(from, from + atOnce).flatMap((each, index) => pressesOn(each, from + index));
      spreads.push(performance.now() - pressedAt);
      answers.push(...(await Promise.all(pressed)));
    }
    answers.push(...(await Promise.all(expired.flatMap((each, index) => pressesOn(each, index)))));
    for (const [index, { id }] of untouched.entries())
      answers.push(await press(index, strangers[index] ?? '', 'approve', id));
    const tookMs = performance.now() - startedAt;
    const p = (share: number) =>
      percentile(
        answers.map(({ ms }) => ms),
        share,
      ).toFixed(0);

    deepEqual(
      answers.filter(({ status }) => status !== 200),
      [],
    );
    const trailOf = async ({ id }: Outreach) =>
      (await ground.store.outreaches.audit(id)).filter(({ to }) => to === 'approved' || to === 'declined');
    const trails = await Promise.all(open.map(trailOf));
    deepEqual(
      trails.map((trail) => trail.length),
      Array(cards).fill(1),
    );
    const deciders = new Set(trails.flatMap(([decision]) => decision?.who ?? []));
    deepEqual(
      [...deciders].filter((who) => !supervisors.includes(who)),
      [],
    );

    const approved = open.filter((_, index) => trails[index]?.[0]?.to === 'approved');
    await waitFor(() => ground.sent.length >= approved.length || undefined, {
      what: 'a message for each yes',
    });
    deepEqual(
      ground.sent.map(({ to }) => to).toSorted(),
      approved.map(({ externalContactId }) => String(externalContactId)).toSorted(),
    );
    for (const each of expired) {
      deepEqual(await trailOf(each), []);
      ok(ground.sent.every(({ to }) => to !== each.externalContactId));
    }
    for (const each of untouched)
      equal((await ground.store.outreaches.get(each.id))?.state, 'awaiting-approval');
    equal(answers.filter(({ text }) => text.includes('teams.not-a-supervisor')).length, cards + 20);

    process.stdout.write(
      `${[
        `      ${answers.length} presses by ${supervisors.length} supervisors and ${strangers.length} others on ${cards} cards in ${(tookMs / 1_000).toFixed(1)} s;`,
        `those of one card within ${Math.ceil(Math.max(...spreads))} ms`,
        `\n      decisions: ${trails.flat().length} on ${cards} cards, by the unauthorised 0; messages: ${ground.sent.length} for ${approved.length} yeses, after expiry 0`,
        `\n      answers, on the process that also presses: p50 ${p(0.5)} ms, p99 ${p(0.99)} ms`,
      ].join(' ')}\n`,
    );
  });
});
