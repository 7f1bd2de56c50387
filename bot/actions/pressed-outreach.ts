import { z } from 'zod';

const pressed = z.object({ outreachId: z.string().min(1) });

/** The outreach a pressed card is about, from the button's data; null when that is not ours. */
export function pressedOutreach(data: unknown): string | null {
  const told = pressed.safeParse(data);
  return told.success ? told.data.outreachId : null;
}
