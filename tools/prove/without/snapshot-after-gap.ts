import { presenceSnapshot as kept } from '../../../src/presence/presence-snapshot.ts';

const read = new Set<string>();

/** Reads every agent once, at the start; after a gap, and now and then, nobody. */
export const presenceSnapshot: typeof kept = (call, agentIds, platformNow) => {
  const fresh = agentIds.filter((id) => !read.has(id));
  for (const id of fresh) read.add(id);
  return fresh.length === 0 ? Promise.resolve([]) : kept(call, fresh, platformNow);
};
