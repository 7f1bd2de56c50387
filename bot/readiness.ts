import type { PartReadiness } from './server.ts';

/** What /readyz says, part by part. */
export function readinessOf(seen: {
  /** The code of what stands between us and Genesys Cloud; null when connected. */
  problem: string | null;
  feed: { readonly state: 'live' | 'stale'; readonly agentsWatched: number };
  index: { readonly filledAt: number | null };
}): Record<string, PartReadiness> {
  const { problem, feed, index } = seen;
  return {
    genesys: problem === null ? { ready: true } : { ready: false, code: problem },
    presence:
      feed.state === 'live'
        ? { ready: true, detail: `${feed.agentsWatched} agents watched` }
        : { ready: false, code: 'genesys.feed-stale' },
    sessions: index.filledAt === null ? { ready: false, detail: 'reading who was here' } : { ready: true },
  };
}
