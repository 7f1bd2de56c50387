import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Contacts } from '../contacts/contacts.ts';
import { Conversations } from '../world/conversations.ts';
import { Customers } from '../world/customers.ts';
import type { World } from '../world/world.ts';

const format = 5;
const longestAge = 20 * 3600 * 1000;

/** The world as JSON text, under a format number; maps become lists of pairs. */
function worldToText(world: World): string {
  return JSON.stringify({ format, world }, (_key, value: unknown) =>
    value instanceof Map ? { map: [...value] } : value,
  );
}

/** The world of such a text; undefined for another format. Throws SyntaxError when it is not JSON. */
function worldFromText(text: string): World | undefined {
  const read: { format: number; world: World } = JSON.parse(text, (_key, value: unknown) =>
    isMapOfPairs(value) ? new Map(value.map) : value,
  );
  if (read?.format !== format) return undefined;
  for (const org of read.world.orgs.values()) {
    org.conversations = Conversations.of(org.conversations.values());
    org.customers = Customers.of(org.customers.values());
    org.contacts = Contacts.of(org.contacts.values());
  }
  return read.world;
}

function isMapOfPairs(value: unknown): value is { map: [unknown, unknown][] } {
  return typeof value === 'object' && value !== null && 'map' in value && Array.isArray(value.map);
}

/** The kept world, if there is one of this seed, this format and younger than 20 hours; an unreadable file counts as none. */
export function loadSnapshot(file: string, seed: string, now: number): World | undefined {
  try {
    const world = worldFromText(readFileSync(file, 'utf8'));
    const fits =
      world !== undefined && world.seed === seed && now + world.clockAheadMs - world.seededAt < longestAge;
    return fits ? world : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the world beside the file and renames it into place, so that a reader never sees half of it. */
export function writeSnapshot(file: string, world: World): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, worldToText(world), { mode: 0o600 });
  renameSync(draft, file);
}
