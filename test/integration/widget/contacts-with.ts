import { z } from 'zod';
import type { WidgetGround } from './widget-ground.ts';

const contacts = z.object({
  total: z.number(),
  entities: z.array(z.object({ id: z.string(), externalIds: z.array(z.object({ value: z.string() })) })),
});

/** The organisation's contacts a text finds: their ids and old ids. Throws where the platform refuses. */
export async function contactsWith({ platform }: Pick<WidgetGround, 'platform'>, text: string) {
  const path = `/api/v2/externalcontacts/contacts?q=${encodeURIComponent(text)}&pageSize=50`;
  return contacts.parse(await platform('GET', path));
}
