import { z } from 'zod';
import { pressedId } from './pressed-id.ts';

const pressed = z.object({ outreachId: pressedId });

/** The outreach a pressed card is about, from the button's data; null when that is not ours. */
export function pressedOutreach(data: unknown): string | null {
  const told = pressed.safeParse(data);
  return told.success ? told.data.outreachId : null;
}
