import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Burst, BurstMember, BurstTable } from '../../src/store/shapes/burst-table.ts';

/** The bursts of a store in memory; what is in them can be looked at and changed. */
export function memoryBursts(ledger: ReadonlyMap<string, Outreach>) {
  const all = new Map<string, Burst>();
  const seats: BurstMember[] = [];
  const of = (burstId: string) => seats.filter((seat) => seat.burstId === burstId);
  const at = (outreachId: string, conversationId: string) =>
    seats.findIndex((seat) => seat.outreachId === outreachId && seat.conversationId === conversationId);
  function change(outreachId: string, conversationId: string, part: Partial<BurstMember>): void {
    const index = at(outreachId, conversationId);
    const known = seats[index];
    if (known !== undefined) seats[index] = { ...known, ...part };
  }
  const bursts: BurstTable = {
    get: async (id) => all.get(id) ?? null,
    members: async (id) => of(id),
    of: async (outreachId) => seats.filter((seat) => seat.outreachId === outreachId),
    async join({ outreachId, conversationId, newId, most, at: createdAt }) {
      const known = seats[at(outreachId, conversationId)];
      if (known !== undefined) return known;
      const open = [...all.values()].find((each) => each.conversationId === conversationId && each.takesMore);
      const full = open !== undefined && of(open.id).length >= most;
      if (full) all.set(open.id, { ...open, takesMore: false });
      const fresh = { id: newId, conversationId, activityId: null, takesMore: true, createdAt };
      const burst =
        open === undefined || full ? { ...fresh, failures: 0, nextTryAt: 0, lastError: null } : open;
      all.set(burst.id, burst);
      const place = of(burst.id).length + 1;
      const seat = { outreachId, conversationId, burstId: burst.id, place, ownCard: false, shownVersion: 0 };
      seats.push(seat);
      return seat;
    },
    async claim({ id, activityId, nextTryAt }, until) {
      const known = all.get(id);
      if (known === undefined || known.activityId !== activityId || known.nextTryAt !== nextTryAt)
        return false;
      all.set(id, { ...known, nextTryAt: until });
      return true;
    },
    put: async (burst) =>
      void all.set(burst.id, { ...burst, takesMore: all.get(burst.id)?.takesMore ?? true }),
    async close(id) {
      const known = all.get(id);
      if (known !== undefined) all.set(id, { ...known, takesMore: false });
    },
    giveOwnCard: async (outreachId, conversationId) => change(outreachId, conversationId, { ownCard: true }),
    shown: async ({ outreachId, conversationId }, shownVersion) =>
      change(outreachId, conversationId, { shownVersion }),
    behind: async () =>
      [...all.keys()].filter((id) =>
        of(id).some(({ outreachId, shownVersion }) => (ledger.get(outreachId)?.version ?? 0) > shownVersion),
      ),
  };
  return { bursts, all, seats };
}
