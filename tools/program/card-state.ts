import { z } from 'zod';

const activity = z.object({
  attachments: z.array(
    z.object({ content: z.object({ body: z.array(z.object({ id: z.string().optional() })) }) }),
  ),
});

/** The outreach state a posted card shows: its `state-…` element; null for anything else. */
export function cardState(shown: unknown): string | null {
  const seen = activity.safeParse(shown);
  const ids = seen.success
    ? seen.data.attachments.flatMap(({ content }) => content.body.map(({ id }) => id ?? ''))
    : [];
  return ids.find((id) => id.startsWith('state-'))?.slice('state-'.length) ?? null;
}
