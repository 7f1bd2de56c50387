import type { PartnerChange, PartnerTable } from '../../src/store/shapes/partner-table.ts';

/** The changes of partners in memory; what is in them can be looked at and spoilt. */
export function memoryPartners(): PartnerTable & { readonly kept: PartnerChange[] } {
  const kept: PartnerChange[] = [];
  const newestFirst = () => kept.toSorted((one, other) => other.revision - one.revision);
  return {
    kept,
    newest: async () => newestFirst()[0]?.revision ?? 0,
    standing: async () =>
      newestFirst()
        .filter(
          (each, index, all) => all.findIndex(({ partnerId }) => partnerId === each.partnerId) === index,
        )
        .reverse(),
    latest: async (limit) => newestFirst().slice(0, limit),
    async add(change) {
      if (kept.some(({ revision }) => revision === change.revision)) return false;
      kept.push(change);
      return true;
    },
  };
}
