import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { routingStatuses, systemPresences } from '../../../src/presence/agent-presence.ts';
import { type KnownAgent, knownFromStored, presenceChange } from '../../../src/presence/presence-change.ts';
import type { PresenceObservation } from '../../../src/presence/presence-observation.ts';

const agentId = 'agent-1';
const start = 1_700_000_000_000;
const second = 1_000;

type Change =
  | { readonly at: number; readonly presence: (typeof systemPresences)[number] }
  | { readonly at: number; readonly routing: (typeof routingStatuses)[number] };

/** What arrives, and when: a frame of a change, or an answer of the platform as it is then. */
type Arrival =
  | { readonly at: number; readonly change: Change }
  | { readonly at: number; readonly why: 'gap' | 'look' };

/** What happened, in order; several changes may bear one time. */
const story = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 0, 1, 400, second, 9 * second, 30 * second),
      fc.oneof(
        fc.constantFrom(...systemPresences).map((presence) => ({ presence })),
        fc.constantFrom(...routingStatuses).map((routing) => ({ routing })),
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    let at = start + 60 * second;
    return steps.map(([after, what]): Change => {
      at += after;
      return { at, ...what };
    });
  });

/** Every frame comes so often, each time so late; zero times is lost. */
const deliveries = fc.array(
  fc.array(fc.constantFrom(0, 100, second, 5 * second, 70 * second), { maxLength: 3 }),
  { minLength: 12, maxLength: 12 },
);

const readings = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 400 * second }), fc.constantFrom('gap' as const, 'look' as const)),
  { maxLength: 6 },
);

/** The platform's own state after everything up to then. */
function stateAt(story: readonly Change[], at: number) {
  const state = {
    presence: { value: 'busy' as (typeof systemPresences)[number], since: start },
    routing: { value: 'OFF_QUEUE' as (typeof routingStatuses)[number], since: start },
  };
  for (const change of story) {
    if (change.at > at) break;
    if ('presence' in change) state.presence = { value: change.presence, since: change.at };
    else state.routing = { value: change.routing, since: change.at };
  }
  return state;
}

/** Lets it all arrive in the order of time: what was told, and what is known in the end. */
function live(story: readonly Change[], arrivals: readonly Arrival[]) {
  let known: KnownAgent = knownFromStored({
    agentId,
    presence: 'busy',
    presenceSince: start,
    routingStatus: 'OFF_QUEUE',
    routingSince: start,
  });
  let heardAt = 0;
  const told: number[] = [];
  for (const arrival of arrivals.toSorted((a, b) => a.at - b.at)) {
    const { at } = arrival;
    let seen: PresenceObservation;
    if ('why' in arrival) seen = { agentId, ...stateAt(story, at) };
    else {
      const { change } = arrival;
      const isPresence = 'presence' in change;
      seen = {
        agentId,
        presence: isPresence ? { value: change.presence, since: change.at } : null,
        routing: isPresence ? null : { value: change.routing, since: change.at },
      };
      heardAt = at;
    }
    const change = presenceChange(known, seen, {
      now: at,
      afterGap: 'why' in arrival,
      sinceHeardMs: 'why' in arrival ? at - heardAt : null,
      routine: 'why' in arrival && arrival.why === 'look',
    });
    if (change === null) continue;
    known = change.known;
    if (change.becameAvailable !== null) told.push(change.becameAvailable.at);
  }
  return { told, state: known.state };
}

describe('presence under loss, repetition, disorder and equal times', () => {
  it('ends as the platform has it, tells nothing twice and nothing nobody said', () =>
    fc.assert(
      fc.property(story, deliveries, readings, (changes, delays, looks) => {
        const last = (changes.at(-1)?.at ?? start) + 70 * second;
        const arrivals: Arrival[] = [
          ...changes.flatMap((change, n) =>
            (delays[n] ?? []).map((delay) => ({ at: change.at + delay, change })),
          ),
          ...looks.map(([after, why]) => ({ at: start + 60 * second + after, why })),
          { at: last + 500 * second, why: 'look' as const },
        ];
        const { told, state } = live(changes, arrivals);
        const truth = stateAt(changes, Number.POSITIVE_INFINITY);
        deepEqual([state.presence, state.routingStatus], [truth.presence.value, truth.routing.value]);
        equal(new Set(told).size, told.length);
        const freeing = new Set(
          changes.flatMap((change) =>
            ('presence' in change && ['available', 'on-queue'].includes(change.presence)) ||
            ('routing' in change && change.routing === 'IDLE')
              ? [change.at]
              : [],
          ),
        );
        for (const at of told) ok(freeing.has(at), `nobody became free at ${at - start}`);
      }),
      { numRuns: 2_000 },
    ));

  it('has the same state whatever the order frames of one time came in, until a reading settles it', () =>
    fc.assert(
      fc.property(
        story.chain((changes) =>
          fc.tuple(
            fc.constant(changes),
            fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
          ),
        ),
        ([changes, mixed]) => {
          const order = (list: readonly Change[]) => list.map((change, n) => ({ at: start + n, change }));
          deepEqual(live(changes, order(mixed)).state, live(changes, order(changes)).state);
        },
      ),
    ));
});
