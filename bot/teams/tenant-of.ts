import type { Activity } from 'botbuilder';
import { z } from 'zod';

const channelData = z.looseObject({ tenant: z.looseObject({ id: z.string() }) });

/** The Entra tenant an activity says it belongs to; null when it says none. */
export function tenantOf(activity: Pick<Activity, 'conversation' | 'channelData'>): string | null {
  const told = channelData.safeParse(activity.channelData);
  return (told.success ? told.data.tenant.id : undefined) ?? activity.conversation?.tenantId ?? null;
}
