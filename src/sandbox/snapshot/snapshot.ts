import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Contacts } from '../contacts/contacts.ts';
import { Conversations } from '../world/conversations.ts';
import { Customers } from '../world/customers.ts';
import type { World } from '../world/world.ts';

const orgMaps = [
  'clients',
  'deployments',
  'queues',
  'agents',
  'customers',
  'conversations',
  'signIns',
  'contacts',
  'externalSources',
  'cobrowses',
  'openIntegrations',
];

const format = 8;
const longestAge = 20 * 3600 * 1000;

const head = z.object({ format: z.literal(format), mapKey: z.string().min(1) });

const mapOf = <Value extends z.ZodType>(value: Value) => z.map(z.string(), value);
const outline = z.object({
  seed: z.string(),
  seededAt: z.number(),
  clockAheadMs: z.number().nonnegative(),
  orgs: mapOf(
    z.object({
      id: z.string(),
      clientId: z.string(),
      rules: z.object({}),
      trust: z.object({}),
      offers: z.object({}),
      audits: z.array(z.object({})),
      ...Object.fromEntries(orgMaps.map((name) => [name, mapOf(z.object({}))])),
    }),
  ).min(1),
  teams: z.object({ conversations: mapOf(z.object({})), users: mapOf(z.object({})) }),
  record: z.array(z.object({ seq: z.number(), at: z.number(), kind: z.string() })),
});

/**
 * The world as two lines of JSON: the format, then the world, whose maps are objects with one property of a name made
 * up for this text. What customers and bots write can look like anything else, but not like a map.
 */
function worldToText(world: World): string {
  const mapKey = randomUUID();
  const body = JSON.stringify(world, (_key, value: unknown) =>
    value instanceof Map ? { [mapKey]: [...value] } : value,
  );
  return `${JSON.stringify({ format, mapKey })}\n${body}`;
}

/** The world of such a text; undefined for another format and for what is no world. Throws when it is not JSON. */
function worldFromText(text: string): World | undefined {
  const endOfHead = text.indexOf('\n');
  const { mapKey } = head.parse(JSON.parse(text.slice(0, endOfHead)));
  const read: unknown = JSON.parse(text.slice(endOfHead), (_key, value: unknown) => {
    const pairs = pairsOf(value, mapKey);
    return pairs === undefined ? value : new Map(pairs);
  });
  if (!isWorld(read)) return undefined;
  for (const org of read.orgs.values()) {
    org.conversations = Conversations.of(org.conversations.values());
    org.customers = Customers.of(org.customers.values());
    org.contacts = Contacts.of(org.contacts.values());
  }
  return read;
}

function pairsOf(value: unknown, mapKey: string): [unknown, unknown][] | undefined {
  const pairs: unknown =
    typeof value === 'object' && value !== null && Object.hasOwn(value, mapKey)
      ? Reflect.get(value, mapKey)
      : undefined;
  return Array.isArray(pairs) ? pairs : undefined;
}

/** Whether it has the outline of a world: what a sandbox wrote has all the rest. */
function isWorld(read: unknown): read is World {
  return outline.safeParse(read).success;
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
