import type { PolicyRevision, PolicyTable } from '../../src/store/shapes/policy-table.ts';

/** The changes of a policy in memory; what is in them can be looked at and spoilt. */
export function memoryPolicyTable(): PolicyTable & { readonly kept: PolicyRevision[] } {
  const kept: PolicyRevision[] = [];
  return {
    kept,
    latest: async (limit) => kept.toSorted((one, other) => other.revision - one.revision).slice(0, limit),
    async add(change) {
      if (kept.some(({ revision }) => revision === change.revision)) return false;
      kept.push(change);
      return true;
    },
  };
}
