import type { SettingTable } from '../../src/store/shapes/setting-table.ts';

/** Settings in memory; what is in them can be looked at and changed. */
export function memorySettings(): SettingTable & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    among: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
    get: async (key) => kept.get(key) ?? null,
    put: async (key, value) => void kept.set(key, value),
    async swap(key, from, to) {
      if ((kept.get(key) ?? null) !== from) return false;
      kept.set(key, to);
      return true;
    },
    remove: async (key) => void kept.delete(key),
  };
}
