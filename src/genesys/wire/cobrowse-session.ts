import { z } from 'zod';

const text = z
  .string()
  .min(1)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** A cobrowse session (SDK 262 CobrowseWebMessagingSession), and what the field contract answers: of both only what is used. */
export const cobrowseSession = z.object({ id: text, joinCode: text, dateOfferEnds: text });

export type CobrowseSessionWire = z.infer<typeof cobrowseSession>;
