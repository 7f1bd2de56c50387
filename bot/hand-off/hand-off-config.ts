import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { ConfigError, problem } from '../../src/config/config-error.ts';
import type { Partner } from '../../src/journeys/hand-off/partner.ts';
import { partnerSecrets } from '../../src/journeys/hand-off/registering/partner-secrets.ts';
import { newTicketKey, readTicketKey, type TicketKey } from '../../src/journeys/hand-off/ticket-key.ts';
import { makeDirectory } from '../../src/store/make-directory.ts';
import { readPartnersFile } from './read-partners-file.ts';

/** What hand-offs need to be set up. */
export interface HandOffConfig {
  /** Those that are not registered in Teams. */
  readonly partners: readonly Partner[];
  readonly key: TicketKey;
  /** What a partner registered in Teams may name. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
}

/**
 * The partners of PARTNERS_FILE, or those given where it is not set, and the key our tickets are signed with: of
 * HAND_OFF_KEY_FILE, else one made at the first start and kept in the data directory, readable by us alone. Where nothing can be kept there,
 * and no partner needs it yet, it lasts as long as the process: `told` is given why.
 * Throws ConfigError with every problem of the file at once.
 */
export async function readHandOffConfig(
  { handOff, dataDir }: Pick<Config, 'handOff' | 'dataDir'>,
  env: Readonly<Record<string, string | undefined>>,
  given: readonly Partner[],
  told: (cause: Error) => void,
): Promise<HandOffConfig> {
  const partners = handOff.partnersFile === null ? given : await readPartnersFile(handOff.partnersFile, env);
  const unkept = partners.length === 0 ? told : null;
  const key = handOff.keyFile === null ? await ownKey(dataDir, unkept) : await keyOf(handOff.keyFile);
  return { partners, key, secrets: partnerSecrets(env) };
}

async function keyOf(path: string): Promise<TicketKey> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const key = text === null ? null : await readTicketKey(text);
  if (key !== null) return key;
  throw new ConfigError([problem('HAND_OFF_KEY_FILE', 'names no file with a private Ed25519 JWK')]);
}

async function ownKey(dataDir: string, unkept: ((cause: Error) => void) | null): Promise<TicketKey> {
  const path = join(dataDir, 'hand-off-key.json');
  const beside = join(dataDir, `hand-off-key.${randomUUID()}`);
  const text = await newTicketKey();
  try {
    // With PostgreSQL nothing else may have needed it yet.
    makeDirectory(dataDir);
    await writeFile(beside, text, { mode: 0o600, flag: 'wx' });
    // Whole or not at all, and once: another instance may start in the same directory this very moment.
    await link(beside, path).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw cause;
      // Not every volume knows hard links.
      return writeFile(path, text, { mode: 0o600, flag: 'wx' });
    });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    if (cause.code === 'EEXIST') return keyOf(path);
    const key = unkept === null ? null : await readTicketKey(text);
    if (key === null) throw cause;
    unkept?.(cause);
    return key;
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
  return keyOf(path);
}
