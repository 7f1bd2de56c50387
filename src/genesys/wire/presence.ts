import { z } from 'zod';

/**
 * A user's presence as REST and notifications write it (SDK 262 UserPresence, UcUserPresence, PresenceEventUserPresence).
 * `systemPresence` is Title Case in REST and UPPER CASE in events.
 */
export const presence = z.object({
  presenceDefinition: z.object({ systemPresence: z.string() }),
  /** False for a presence of another source than the one that counts for the user. */
  primary: z.boolean().nullish(),
  modifiedDate: z.string().nullish(),
});

/** One of the bare array of `GET /users/presences/purecloud/bulk`. */
export const presenceOfUser = presence.extend({ userId: z.string().min(1) });

export type Presence = z.infer<typeof presence>;
export type PresenceOfUser = z.infer<typeof presenceOfUser>;
