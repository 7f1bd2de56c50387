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

/** One import: a file by what is in it (a changed one is another), into an organisation, by these ids. */
export interface ImportName {
  readonly organisationId: string;
  /** The file's SHA-256, hex. */
  readonly digest: string;
  readonly idName: string | null;
}

/** Keeps the progress of one import. */
export function progressBook(
  settings: SettingTable,
  { organisationId, digest, idName }: ImportName,
): {
  read(): Promise<KeptProgress>;
  put(progress: KeptProgress): Promise<void>;
} {
  const key = ['import-users', organisationId, digest, ...(idName === null ? [] : [idName])].join('.');
  return {
    async read() {
      const text = await settings.get(key);
      return text === null ? fromTheBeginning : shape.parse(JSON.parse(text));
    },
    put: (progress) => settings.put(key, JSON.stringify(progress)),
  };
}
