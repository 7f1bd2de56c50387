import { waitFor } from '../../../tools/program/wait-for.ts';
import { type Watched, watchFakePlatform } from './watch-fake-platform.ts';

/** What the tests of one suite share: a feed on a fake platform each, closed after each. Call it inside `describe`. */
export function feedScene() {
  let watched: Watched | undefined;
  afterEach(async () => {
    await watched?.close();
    watched = undefined;
  });

  async function watch(...options: Parameters<typeof watchFakePlatform>): Promise<Watched> {
    watched = await watchFakePlatform(...options);
    return watched;
  }
  async function watchLive(...options: Parameters<typeof watchFakePlatform>): Promise<Watched> {
    const fresh = await watch(...options);
    fresh.notifications.start();
    await fresh.live();
    return fresh;
  }
  const eventCount = (from: Watched, count: number) =>
    waitFor(() => from.events.length >= count, { what: `${count} events` });
  const ids = (from: Watched) => from.events.map(({ eventId }) => eventId);
  return { watch, watchLive, eventCount, ids };
}
