import { z } from 'zod';
import { pressedId } from './pressed-id.ts';

const pressed = z.object({
  burstId: pressedId,
  outreachId: pressedId.optional(),
  upTo: z.number().int().optional(),
});

/** What a pressed button of a shared card says it is about; null when that is not ours. It is believed only as far as the card goes. */
export function pressedBurst(data: unknown): z.infer<typeof pressed> | null {
  const told = pressed.safeParse(data);
  return told.success ? told.data : null;
}
