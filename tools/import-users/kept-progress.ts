import { z } from 'zod';
import type { SettingTable } from '../../src/store/shapes/setting-table.ts';
import { nothingYet } from './report.ts';

const count = z.number().int().min(0);
const shape = z.object({
  at: count,
  line: count,
  done: z.boolean(),
  rejected: z.object({ rows: count, reasons: count }).nullable(),
  report: z.object({
    rows: count,
    created: count,
    matched: count,
    conflicting: count,
    bad: count,
    leftOut: z.object({ phone: count, locale: count, signedUpAt: count, metadata: count }),
  }),
});

/** How far the import of one file has come. */
export type KeptProgress = z.infer<typeof shape>;

export const fromTheBeginning: KeptProgress = {
  at: 0,
  line: 1,
  done: false,
  rejected: null,
  report: nothingYet,
};

/** Keeps the progress of files by what is in them: a changed file is another file. */
export function progressBook(settings: SettingTable): {
  of(digest: string): Promise<KeptProgress>;
  put(digest: string, progress: KeptProgress): Promise<void>;
} {
  const keyOf = (digest: string) => `import-users.${digest}`;
  return {
    async of(digest) {
      const text = await settings.get(keyOf(digest));
      return text === null ? fromTheBeginning : shape.parse(JSON.parse(text));
    },
    put: (digest, progress) => settings.put(keyOf(digest), JSON.stringify(progress)),
  };
}
