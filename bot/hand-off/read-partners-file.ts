import { readFile } from 'node:fs/promises';
import { ConfigError, problem } from '../../src/config/config-error.ts';
import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import { readPartners } from '../../src/journeys/hand-off/partner-file.ts';

/** The partners of the file PARTNERS_FILE names. Throws ConfigError with everything that is wrong in it at once. */
export async function readPartnersFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Partner[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new ConfigError([problem('PARTNERS_FILE', 'names a file that cannot be read')]);
  const read = readPartners(text, env);
  if ('partners' in read) return read.partners;
  throw new ConfigError(
    read.problems.map((each) =>
      problem('PARTNERS_FILE', each.startsWith('is ') ? each : `is wrong about ${each}`),
    ),
  );
}
