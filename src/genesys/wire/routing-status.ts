import { z } from 'zod';

/** A user's routing status (SDK 262 RoutingStatus). */
export const routingStatus = z.object({ status: z.string(), startTime: z.string().nullish() });

export type RoutingStatusWire = z.infer<typeof routingStatus>;
