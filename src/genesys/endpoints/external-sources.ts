import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const source = z.object({ id: z.string().min(1), name: z.string() });

const listing = z.object({
  entities: z
    .array(source)
    .nullish()
    .transform((entities) => entities ?? []),
  cursors: z.object({ after: z.string().nullish() }).nullish(),
});

const path = '/api/v2/externalcontacts/externalsources';
const mostPages = 100;

/**
 * The id of the external source of that name, in any case; null when there is none. `GET /externalcontacts/externalsources`, permission
 * `externalContacts:externalSource:view` (SDK 262; the permission is *unverified*).
 */
export async function findExternalSource(call: PlatformCall, name: string): Promise<string | null> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { body } = await call({
      method: 'GET',
      path,
      query: { name, limit: 200, cursor },
      answer: listing,
      priority: 'ask',
      idempotent: true,
    });
    const found = body.entities.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase());
    if (found !== undefined) return found.id;
    cursor = body.cursors?.after ?? undefined;
    if (cursor === undefined) return null;
  }
  return null;
}

/**
 * Makes an external source. Permission `externalContacts:externalSource:add` (SDK 262). Throws `genesys.contacts.conflict` when
 * the name is taken (*unverified*): names are unique, so it may be repeated.
 */
export async function createExternalSource(call: PlatformCall, name: string): Promise<string> {
  const { body } = await call({
    method: 'POST',
    path,
    body: { name, active: true },
    answer: source,
    priority: 'ask',
    idempotent: true,
  });
  return body.id;
}
