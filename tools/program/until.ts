import { setTimeout as pause } from 'node:timers/promises';

/** Asks again every few milliseconds until the probe gives something; throws with `what` when the deadline passes. */
export async function until<Found>(
  probe: () => Promise<Found | undefined> | Found | undefined,
  what: string,
  deadlineMs = 10_000,
): Promise<Found> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    await pause(15);
  }
}
