import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const listing = z.object({
  entities: z
    .array(z.object({ id: z.string().min(1), name: z.string() }))
    .nullish()
    .transform((entities) => entities ?? []),
  cursors: z.object({ after: z.string().nullish() }).nullish(),
});

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
      path: '/api/v2/externalcontacts/externalsources',
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
