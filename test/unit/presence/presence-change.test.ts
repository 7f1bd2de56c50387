import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AgentPresence,
  routingStatuses,
  systemPresences,
} from '../../../src/presence/agent-presence.ts';
import { type KnownAgent, knownFromStored, presenceChange } from '../../../src/presence/presence-change.ts';
import type { PresenceObservation } from '../../../src/presence/presence-observation.ts';

const agentId = 'agent-1';
const start = 1_700_000_000_000;
const minute = 60_000;
const flappingMs = 10_000;
const freshMs = 5 * minute;
const at = (minutes: number) => start + minutes * minute;

type Told = PresenceObservation & {
  readonly afterGap?: boolean;
  readonly now?: number;
  readonly sinceHeardMs?: number;
  readonly routine?: boolean;
};

const presence = (value: AgentPresence['presence'], since: number): Told => ({
  agentId,
  presence: { value, since },
  routing: null,
});
const routing = (value: AgentPresence['routingStatus'], since: number): Told => ({
  agentId,
  presence: null,
  routing: { value, since },
});
const snapshot = (
  value: AgentPresence['presence'],
  since: number,
  status: AgentPresence['routingStatus'] = 'OFF_QUEUE',
  statusSince = start,
  now = since,
): Told => ({
  agentId,
  presence: { value, since },
  routing: { value: status, since: statusSince },
  afterGap: true,
  now,
});

const stored = (part: Partial<AgentPresence>): KnownAgent =>
  knownFromStored({
    agentId,
    presence: 'busy',
    presenceSince: start,
    routingStatus: 'OFF_QUEUE',
    routingSince: start,
    ...part,
  });

/** Tells all of it in order: the events that came of it, and what is known at the end. */
function tell(before: KnownAgent | null, told: readonly Told[]) {
  let known = before;
  const events: number[] = [];
  const passedOver: string[] = [];
  for (const seen of told) {
    const since = Math.max(seen.presence?.since ?? 0, seen.routing?.since ?? 0);
    const change = presenceChange(known, seen, {
      now: seen.now ?? since,
      afterGap: seen.afterGap ?? false,
      sinceHeardMs: seen.sinceHeardMs ?? null,
      routine: seen.routine ?? false,
    });
    if (change === null) continue;
    known = change.known;
    if (change.becameAvailable !== null) {
      equal(change.becameAvailable.eventId, `${agentId}:${change.becameAvailable.at}`);
      events.push(change.becameAvailable.at);
    }
    if (change.passedOver !== null) passedOver.push(change.passedOver);
  }
  return { events, passedOver, state: known?.state ?? null };
}

describe('presenceChange', () => {
  const cases: readonly [string, KnownAgent | null, readonly Told[], readonly number[]][] = [
    ['busy to available', stored({}), [presence('available', at(1))], [at(1)]],
    [
      'the same frame twice',
      stored({}),
      [presence('available', at(1)), presence('available', at(1))],
      [at(1)],
    ],
    [
      'a frame, then a snapshot of the same change, written to the second',
      stored({}),
      [presence('available', at(1) + 250), snapshot('available', at(1)), snapshot('available', at(1) + 900)],
      [at(1) + 250],
    ],
    [
      'a snapshot, then the late frame',
      stored({}),
      [snapshot('available', at(1)), presence('available', at(1))],
      [at(1)],
    ],
    ['the first sight', null, [snapshot('available', at(1))], []],
    ['frames before the first sight', null, [presence('available', at(1)), routing('IDLE', at(1))], []],
    [
      'busy after the first sight, then available',
      null,
      [snapshot('available', at(1)), presence('busy', at(2)), presence('available', at(3))],
      [at(3)],
    ],
    [
      'on queue, then idle',
      stored({}),
      [presence('on-queue', at(1)), routing('IDLE', at(1) + 3)],
      [at(1) + 3],
    ],
    [
      'idle, then on queue',
      stored({}),
      [routing('IDLE', at(1) + 3), presence('on-queue', at(1))],
      [at(1) + 3],
    ],
    [
      'on queue and idle in a snapshot',
      stored({}),
      [snapshot('on-queue', at(1), 'IDLE', at(1) + 3)],
      [at(1) + 3],
    ],
    [
      'done with an interaction',
      stored({ presence: 'on-queue', routingStatus: 'INTERACTING' }),
      [routing('IDLE', at(1))],
      [at(1)],
    ],
    [
      'available to on queue',
      stored({ presence: 'available' }),
      [presence('on-queue', at(1)), routing('IDLE', at(1) + 3)],
      [],
    ],
    [
      'on queue and idle to available',
      stored({ presence: 'on-queue', routingStatus: 'IDLE' }),
      [routing('OFF_QUEUE', at(1)), presence('available', at(1) + 3)],
      [],
    ],
    ['an older frame', stored({ presenceSince: at(5) }), [presence('available', at(1))], []],
    [
      'still available with a newer date, live',
      stored({ presence: 'available' }),
      [presence('available', at(1))],
      [],
    ],
    [
      'left and back while events were lost',
      stored({ presence: 'available' }),
      [snapshot('available', at(1))],
      [at(1)],
    ],
    [
      'an interaction while events were lost',
      stored({ presence: 'on-queue', routingStatus: 'IDLE' }),
      [snapshot('on-queue', start, 'IDLE', at(1), at(1))],
      [at(1)],
    ],
    [
      'a note edited on queue while events were lost',
      stored({ presence: 'on-queue', routingStatus: 'IDLE' }),
      [snapshot('on-queue', at(1), 'IDLE', start)],
      [],
    ],
    [
      'available while we were down, just fresh',
      stored({}),
      [snapshot('available', at(1), 'OFF_QUEUE', start, at(1) + freshMs)],
      [at(1)],
    ],
    [
      'available while we were down, too long ago',
      stored({}),
      [snapshot('available', at(1), 'OFF_QUEUE', start, at(1) + freshMs + 1)],
      [],
    ],
    ['to any other presence', stored({ presence: 'available' }), [presence('meal', at(1))], []],
  ];
  for (const [name, before, told, expected] of cases)
    it(`${name}: ${expected.length === 0 ? 'no occasion' : 'one occasion'}`, () =>
      deepEqual(tell(before, told).events, expected));

  it('fires at the leading edge and swallows flapping', () => {
    const step = flappingMs / 3;
    const told = Array.from({ length: 8 }, (_, n) =>
      presence(n % 2 === 0 ? 'available' : 'busy', start + (n + 1) * step),
    );
    const calm = start + 7 * step + flappingMs;
    const { events, passedOver } = tell(stored({}), [...told, presence('available', calm)]);
    deepEqual(events, [start + step, calm]);
    deepEqual(passedOver, ['flapping', 'flapping', 'flapping']);
  });

  it('says when a change was found out too late', () =>
    deepEqual(
      tell(stored({}), [snapshot('available', at(1), 'OFF_QUEUE', start, at(1) + freshMs + 1)]).passedOver,
      ['too-old'],
    ));

  /** Changes of one agent as they happen: every one at its own time, at least a minute apart. */
  const story = fc
    .array(
      fc.oneof(
        fc.constantFrom(...systemPresences).map((value) => ({ presence: value })),
        fc.constantFrom(...routingStatuses).map((value) => ({ routing: value })),
      ),
      { maxLength: 12 },
    )
    .map((steps) =>
      steps.map((step, n) =>
        'presence' in step ? presence(step.presence, at(n + 1)) : routing(step.routing, at(n + 1)),
      ),
    );

  /** The same, but several may bear the same time. */
  const crowdedStory = fc
    .tuple(story, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }))
    .map(([told, minutes]) =>
      told.map(({ presence: seen, routing: status }, n): Told => {
        const since = at(minutes[n] ?? 1);
        return {
          agentId,
          presence: seen === null ? null : { ...seen, since },
          routing: status === null ? null : { ...status, since },
        };
      }),
    );

  it('ends in the same state whatever the order, and counts no change twice', () =>
    fc.assert(
      fc.property(
        crowdedStory.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
            fc.infiniteStream(fc.boolean()),
          ),
        ),
        ([told, mixed, gaps]) => {
          const straight = tell(stored({}), told);
          const shaken = tell(
            stored({}),
            mixed.map((seen) => ({ ...seen, now: at(20), afterGap: gaps.next().value === true })),
          );
          deepEqual(shaken.state, straight.state);
          equal(new Set(shaken.events).size, shaken.events.length);
          const times = new Set(told.map((seen) => seen.presence?.since ?? seen.routing?.since ?? undefined));
          ok(shaken.events.every((event) => times.has(event)));
        },
      ),
    ));

  it('finds the same occasions when every frame comes again at any later point', () =>
    fc.assert(
      fc.property(
        story.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 12 })), { maxLength: 20 }),
          ),
        ),
        ([told, again]) => {
          const repeated = told.flatMap((seen, n) => [
            seen,
            ...again.flatMap(([what, after]) => {
              const old = told[what];
              return after === n && what <= n && old !== undefined ? [old] : [];
            }),
          ]);
          deepEqual(tell(stored({}), repeated), tell(stored({}), told));
        },
      ),
    ));
});
