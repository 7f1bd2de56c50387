import { z } from 'zod';
import { allPages } from '../all-pages.ts';
import type { PlatformCall } from '../platform-call.ts';
import { page } from '../wire/page.ts';

const definition = z.object({
  id: z.string().min(1),
  systemPresence: z.string(),
  /** The system's own one, not one of the organisation's below it. */
  primary: z.boolean().nullish(),
  deactivated: z.boolean().nullish(),
});
const answer = page(definition);

export type PresenceDefinition = z.infer<typeof definition>;

/**
 * The organisation's presence definitions. `GET /presencedefinitions`, no permission (SDK 262; deprecated there, but its successor
 * `/presence/definitions` asks for a right of its own).
 */
export function presenceDefinitions(call: PlatformCall): Promise<PresenceDefinition[]> {
  return allPages(async (pageNumber) => {
    const { body } = await call({
      method: 'GET',
      path: '/api/v2/presencedefinitions',
      query: { pageSize: 100, pageNumber },
      answer,
      priority: 'ask',
      idempotent: true,
    });
    return body;
  });
}
