import { waitFor } from '../../program/wait-for.ts';
import type { Passed } from '../between/platform-proxy.ts';
import type { StoredOutreaches } from '../stored/stored-outreaches.ts';
import type { StormWorld } from './storm-world.ts';

export interface Drain {
  /** Outreaches sent. */
  readonly sent: number;
  /** Held back for something only the platform knew (a session that had expired): each of these costs a truth check. */
  readonly held: number;
  /** From the moment all were called for until the last send was answered; seconds of the fast time. */
  readonly seconds: number;
  /** The least the limit leaves for two calls each and one for who was held: a minute's worth at once, the next one a minute later. */
  readonly leastSeconds: number;
  readonly ratio: number;
  /** Calls to the platform meanwhile, by what they were. */
  readonly calls: ReadonlyMap<string, number>;
}

const callsEach = 2;
const underWay = new Set(['proposed', 'approved', 'sending', 'unknown']);
/** Longer than the limit makes a message wait. */
const quietMs = 70_000;

/** Lets so many agents become available at once, and waits until for each of them somebody was written to. */
export async function measureDrain(
  { world, agents, calls, set, calm, outreaches }: StormWorld,
  count: number,
  perMinute: number,
): Promise<Drain> {
  const { clock } = world;
  const ids = agents.map(({ id }) => id);
  await set(ids, 'Busy');
  await calm(600_000);
  const callsBefore = calls.length;
  const sentBefore = sends(calls).length;
  const heldBefore = heldOf(outreaches);
  const startedAt = performance.now();
  await set(ids.slice(0, count), 'Available');
  const patienceMs = 120_000 + ((count * callsEach) / perMinute) * 60_000 * 3;
  const allSent = () => sends(calls).length - sentBefore >= count;
  const lastWork = () =>
    Math.max(startedAt, calls.findLast(({ path }) => path.includes('/conversations'))?.answeredAt ?? 0);
  // For some agent nobody may be left to write to: then it is over when nothing is under way any more.
  const nothingLeft = () =>
    performance.now() - lastWork() > clock.real(quietMs) &&
    outreaches.all().every(({ state }) => !underWay.has(state));
  await waitFor(() => allSent() || nothingLeft(), {
    what: `${count} sends`,
    deadlineMs: clock.real(patienceMs),
  }).catch(() => {});
  const during = calls.slice(callsBefore);
  const made = sends(during);
  const endedAt = Math.max(startedAt, ...made.map(({ answeredAt }) => answeredAt));
  // What was not sent in time counts as if it took as long as the rest.
  const shortBy = count / Math.max(1, Math.min(count, made.length));
  const seconds = ((endedAt - startedAt) * clock.times * shortBy) / 1_000;
  const held = heldOf(outreaches) - heldBefore;
  const needed = count * callsEach + held;
  const leastSeconds = Math.max(1, Math.floor((needed - 1) / perMinute) * 60);
  return {
    held,
    sent: made.length,
    seconds,
    leastSeconds,
    ratio: seconds / leastSeconds,
    calls: counted(during),
  };
}

const sendPath = /\/(agentless|external-messages)$/;

function sends(calls: readonly Passed[]): Passed[] {
  return calls.filter(({ method, path, status }) => method === 'POST' && sendPath.test(path) && status < 300);
}

function counted(calls: readonly Passed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { method, path, status } of calls) {
    const bare = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|streaming-[^/]+/g, '{id}');
    const name = `${method} ${bare} ${status}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function heldOf(outreaches: StoredOutreaches): number {
  return outreaches.all().filter(({ state }) => state === 'held').length;
}
