import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { newPostgresDatabase, stopPostgres } from '../../../test/support/postgres.ts';
import { freePort } from '../../program/free-port.ts';
import { type Life, startLife } from '../ground/start-life.ts';
import { startWorld } from '../ground/start-world.ts';
import { takeOut } from '../ground/take-out.ts';
import { waitUntilAtHome } from '../ground/wait-until-at-home.ts';
import { wording } from '../witness/card-seen.ts';
import { startCrowd } from '../witness/crowd.ts';
import { personsOf } from '../witness/persons-of.ts';
import { type Settled, settle } from '../witness/settle.ts';
import { createWitness } from '../witness/witness.ts';

/** Two programs on one PostgreSQL see the same events; one or the other is killed, and started anew. */
export async function tryOnOneServer(options: {
  name: string;
  seed: string;
  kills: number;
  /** How many the customers had before: few, so that what is best for one agent is best for others too. */
  conversations: number;
  without: string | null;
}): Promise<Settled & { kills: number; outreaches: number }> {
  const { name, seed, kills, conversations, without } = options;
  const DATABASE_URL = await newPostgresDatabase();
  const world = await startWorld({
    name,
    seed,
    conversations,
    env: { OUTREACH_MODE: 'automatic', OUTREACH_TEXT: wording, DATABASE_URL },
  });
  let end: Settled | null = null;
  const { sandbox, directory, env } = world;
  const state = await sandbox.state();
  await sandbox.setPresences(
    (state.orgs[0]?.agents ?? []).map(({ id }) => id),
    'Busy',
  );
  const otherPort = await freePort();
  const places = [world, { directory, port: otherPort, env: { ...env, PORT: String(otherPort) } }] as const;
  const lives: [Life, Life] = [
    startLife(places[0], takeOut(without)),
    startLife(places[1], takeOut(without)),
  ];
  try {
    await waitUntilAtHome(world, lives[0]);
    await lives[1].ready();
    const witness = createWitness(sandbox);
    const random = createRandom(`${seed}/moments`);
    const crowd = startCrowd({
      sandbox,
      state,
      witness,
      random,
      atOnce: 12,
      scarce: true,
      livedMs: Date.now,
    });
    const done: string[] = [];
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(random.between(200, 1_500));
        const which = random.between(0, 1) === 0 ? 0 : 1;
        await lives[which].kill();
        done.push(`${new Date().toISOString()} killed ${which}`);
        await pause(random.between(0, 800));
        lives[which] = startLife(places[which], takeOut(without));
        await lives[which].ready();
      }
      crowd.calmDown();
      end = await settle({
        world,
        witness,
        crowd,
        personOf: personsOf(state),
        since: Date.now(),
        lives: done,
      });
      return { ...end, kills, outreaches: witness.outreaches().length };
    } finally {
      await crowd.stop();
    }
  } finally {
    await Promise.all(lives.map((life) => life.kill()));
    await world.end(end === null || end.kept !== null);
    await stopPostgres();
  }
}
