import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../program/free-port.ts';
import { waitFor } from '../../program/wait-for.ts';
import { type Chance, createChance } from '../chance.ts';
import { startChild } from '../fast/start-child.ts';
import { type BridgeLife, bridgeLife } from './bridge-life.ts';
import { refusing, standingFaults } from './hand-off-faults.ts';
import { createOvertaking } from './overtaking.ts';
import { type LookAgain, type TalkResult, talkThrough } from './talk-through.ts';
import {
  type CustomerSeen,
  type OrgSeen,
  type TwoOrganisations,
  twoOrganisations,
} from './two-organisations.ts';

export interface HandOffWorldResult {
  readonly talks: readonly TalkResult[];
  readonly kills: number;
  readonly outages: number;
  /** Where what the program printed is kept; null when all was well. */
  readonly kept: string | null;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One sandbox, one store, many hand-offs at a time, while the program is killed and either platform or the way to the webhook goes away. */
export async function runHandOffWorld(options: {
  name: string;
  seed: string;
  handOffs: number;
  atOnce: number;
  /** The part of all sends that is hit by a fault. */
  faults: number;
  /** By the clock, where its own end does not come first. */
  killEveryMs: number;
  sendsALife: number;
  /** As many times as fast as the computer's clock run sandbox and program: the bridge keeps the patience it has. */
  times: number;
  /** So often at the most. */
  kills: number;
  patienceMs: number;
  without: string | null;
}): Promise<HandOffWorldResult> {
  const { seed, handOffs, atOnce, without, patienceMs, times } = options;
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const directory = await mkdtemp(join(tmpdir(), 'reachback-hand-offs-'));
  const time = {
    flags: ['--import', file('../fast/fast-time.ts')],
    env: {
      PROVE_TIMES: String(times),
      PROVE_TIME_FROM: String(Date.now()),
      NODE_COMPILE_CACHE: join(tmpdir(), `reachback-prove-compiled-${process.versions.node}`),
    },
  };
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const sandbox = startChild(file('../../../src/sandbox/index.ts'), {
    flags: time.flags,
    env: {
      ...time.env,
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_SEED: seed,
      SANDBOX_PACE: 'quick',
      SANDBOX_REQUESTS_PER_MINUTE: '0',
      SANDBOX_CONVERSATIONS: String(Math.max(100, handOffs * 4)),
      BOT_ENDPOINT: 'http://127.0.0.1:9/api/messages',
    },
  });
  const chance = createChance(seed);
  let life: BridgeLife | null = null;
  let done = false;
  let well = false;
  try {
    const up = async () => (await fetch(`${sandboxUrl}/sandbox/v1/clock`)).ok;
    await waitFor(up, { what: 'the sandbox', deadlineMs: 60_000 });
    const world = twoOrganisations(sandboxUrl);
    const [source, partner] = await world.organisations();
    const webhookToken = `of ${seed}, long enough`;
    await world.prepare(source, null);
    const hook = { url: `http://127.0.0.1:${port}/hook`, secret: webhookToken };
    const integrationId = await world.prepare(partner, hook);
    const told = {
      sandboxUrl,
      source: clientOf(source),
      partner: clientOf(partner),
      partnerId: 'partner',
      webhookToken,
      integrationId,
      port,
    };
    const bridge = bridgeLife({ ...told, dataDir: directory }, time, without);
    life = bridge;
    await bridge.start();

    const desks = new Map<string, { customerId: string; conversationId: string }>();
    const watching = watch(world, desks, () => done);
    const enough = () => bridge.kills() >= options.kills;
    const { killEveryMs: every, sendsALife } = options;
    const hands = Math.min(3, handOffs);
    const overtaking = createOvertaking({ world, life: bridge, partnerOrgId: partner.id, hands, times });
    const troubles = overtaking.over.then(async () => {
      for (const fault of standingFaults(seed, options.faults)) await world.arm(fault);
      return trouble({
        world,
        life: bridge,
        sides: [source, partner],
        chance,
        every,
        sendsALife,
        times,
        enough,
        done: () => done,
      });
    });

    const people = customersOf(source, handOffs);
    const looks: LookAgain[] = [];
    const waiting = people.entries();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const [index, { customer, agentId }] of waiting) {
          const own = createChance(`${seed}/${index}`);
          const agent = own.pick([partner.agents[0], ...partner.agents]);
          looks.push(
            await talkThrough(customer, {
              world,
              life: bridge,
              chance: own,
              deskOf: (handOffId) => desks.get(handOffId) ?? null,
              partnerAgentId: agent?.id ?? '',
              ourAgentId: agentId,
              patienceMs,
              first: index < hands ? overtaking.join : null,
            }),
          );
        }
      }),
    );
    done = true;
    const outages = await troubles;
    await watching;
    if (bridge.isOver()) await bridge.start();
    // A message that comes late comes within the patience of the bridge: 12 s of its time.
    await pause(12_000 / times);
    const talks: TalkResult[] = [];
    for (const look of looks) talks.push(await look());
    well = talks.every(isWell);
    if (!well) {
      await writeFile(join(directory, 'program.log'), bridge.output());
      await writeFile(
        join(directory, 'talks.json'),
        JSON.stringify(
          talks.filter((talk) => !isWell(talk)),
          null,
          1,
        ),
      );
    }
    return { talks, kills: bridge.kills(), outages, kept: well ? null : directory };
  } finally {
    done = true;
    if (life !== null) await life.kill();
    await sandbox.stop();
    if (well) await rm(directory, { recursive: true, force: true });
  }
}

/** An environment has no room for the people of an organisation. */
function clientOf({ clientId, clientSecret }: OrgSeen): Pick<OrgSeen, 'clientId' | 'clientSecret'> {
  return { clientId, clientSecret };
}

function isWell({ lost, doubled, strange, disordered, bothEnded, finished }: TalkResult): boolean {
  return finished && bothEnded && !disordered && [lost, doubled, strange].every(({ length }) => length === 0);
}

/** Different people, some of them unknown ones, each with an agent of their queue. */
function customersOf(org: OrgSeen, count: number): { customer: CustomerSeen; agentId: string }[] {
  const contacts = new Set<string>();
  const found = org.customers.flatMap((customer) => {
    const { externalContactId, channelId } = customer;
    if (externalContactId !== null && contacts.has(externalContactId)) return [];
    if (externalContactId !== null) contacts.add(externalContactId);
    const queueIds = org.deployments.find(({ id }) => id === channelId)?.queueIds ?? [];
    const agentId = org.queues.find(({ id }) => queueIds.includes(id))?.memberIds[0];
    return agentId === undefined ? [] : [{ customer, agentId }];
  });
  if (found.length < count) throw new Error(`the world has ${found.length} people, not ${count}`);
  return found.slice(0, count);
}

async function watch(
  world: TwoOrganisations,
  desks: Map<string, { customerId: string; conversationId: string }>,
  done: () => boolean,
): Promise<void> {
  for (let seq = 0; !done(); await pause(150)) {
    seq = await world.arrivals(seq, (guestId, customerId, conversationId) => {
      desks.set(guestId, { customerId, conversationId });
    });
  }
}

/** Where a program ends itself: the request has left, or its answer is there and not yet written down. */
const steps = [
  'during POST /api/v2/conversations/messages/{id}/inbound/open/message',
  'after POST /api/v2/conversations/messages/{id}/inbound/open/message',
  'during POST /api/v2/conversations/messages/agentless',
  'after POST /api/v2/conversations/messages/agentless',
] as const;

/** Kills the program again and again, at times for so long that the platform gives its webhook up, and makes a side refuse everything for a while. */
async function trouble(given: {
  readonly world: TwoOrganisations;
  readonly life: BridgeLife;
  readonly sides: readonly [OrgSeen, OrgSeen];
  readonly chance: Chance;
  /** Milliseconds. */
  readonly every: number;
  /** About so many sends of one kind a life comes to. */
  readonly sendsALife: number;
  readonly times: number;
  /** From now on it is only started again. */
  readonly enough: () => boolean;
  readonly done: () => boolean;
}): Promise<number> {
  const { world, life, sides, chance, every, sendsALife, times, enough, done } = given;
  let outages = 0;
  const waitAbout = async (ms: number, orUntil: () => boolean = () => false) => {
    for (const until = Date.now() + ms; Date.now() < until && !done() && !orUntil(); ) await pause(50);
  };
  for (let round = 0; !done(); round += 1) {
    await waitAbout(every / 2 + chance.below(every), life.isOver);
    if (done()) break;
    const over = life.isOver();
    if (!over && (enough() || round % 2 === 0)) {
      if (enough()) continue;
      outages += 1;
      const fault = await world.arm(refusing(chance.pick(sides).id));
      await waitAbout(1_000 + chance.below(2_000));
      await world.disarm(fault);
      continue;
    }
    await life.kill();
    // The webhook is tried for 25 s of the sandbox's time.
    const long = life.kills() % 4 === 2;
    if (long) outages += 1;
    await waitAbout(long ? 35_000 / times : chance.below(400));
    const ownEnd = {
      step: chance.pick(steps),
      nth: sendsALife / 4 + chance.below(sendsALife),
      from: 'start',
    } as const;
    await life.start(enough() ? undefined : ownEnd);
  }
  return outages;
}
