import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Findings, type SuiteName, suiteNames } from './suite.ts';

const count = z.number().exactOptional();

const kept = z.object({
  seed: z.string(),
  minutes: z.number(),
  findings: z.object({
    figures: z.object({
      kills: count,
      duplicates: count,
      lost: count,
      unknown: count,
      unsettled: count,
      socketFaults: count,
      wrongPresence: count,
      throttled: z
        .object({ dropped: z.number(), earlyCalls: z.number(), drainRatio: z.number() })
        .nullable()
        .exactOptional(),
      handOffs: z
        .object({ tried: z.number(), lost: z.number(), doubled: z.number(), disordered: z.number() })
        .nullable()
        .exactOptional(),
      malformed: z.object({ tried: z.number(), crashes: z.number() }).nullable().exactOptional(),
      firstTokens: z
        .object({ requests: z.number(), users: z.number(), contacts: z.number() })
        .nullable()
        .exactOptional(),
      forgeries: z.object({ tried: z.number(), accepted: z.number() }).nullable().exactOptional(),
    }),
    problems: z.array(z.object({ promise: z.string(), what: z.string(), replay: z.string() })),
    told: z.array(z.string()),
  }),
});

export interface KeptFindings {
  readonly seed: string;
  readonly minutes: number;
  readonly findings: Findings;
}

/** What suites of the full form found on one commit, each kept when it ended: they may be run one by one. */
export function keptFindings(directory: string) {
  const fileOf = (suite: SuiteName) => join(directory, `${suite}.json`);
  return {
    keep(suite: SuiteName, found: KeptFindings): void {
      mkdirSync(directory, { recursive: true });
      writeFileSync(fileOf(suite), JSON.stringify(found));
    },
    /** Of every suite, in their order; null as long as one is missing. */
    all(): ReadonlyMap<SuiteName, KeptFindings> | null {
      const found = new Map<SuiteName, KeptFindings>();
      for (const suite of suiteNames) {
        try {
          found.set(suite, kept.parse(JSON.parse(readFileSync(fileOf(suite), 'utf8'))));
        } catch {
          return null;
        }
      }
      return found;
    },
  };
}
