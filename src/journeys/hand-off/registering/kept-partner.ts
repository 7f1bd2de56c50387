import { z } from 'zod';
import { handOffContracts } from '../../../store/shapes/hand-off-table.ts';
import { partnerFields } from './partner-form.ts';

/** As the file would write it; what it must look like beyond that is looked at when it is used. */
const writtenShape = z.object({
  id: z.string(),
  name: z.string(),
  organisationId: z.string(),
  region: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  contract: z.enum(handOffContracts),
  integrationId: z.string().optional(),
  webhookToken: z.string().optional(),
  sessionKey: z.string().optional(),
  queues: z.array(z.string()),
  channelTypes: z.record(z.string(), z.string()).optional(),
  trustKeys: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).optional(),
  ticketUrl: z.string().optional(),
  teamsConversation: z.string().optional(),
  limitMinutes: z.number().optional(),
});

const keptShape = z.object({ written: writtenShape, changed: z.array(z.enum(partnerFields)) });

/** A registration as it is kept: of secrets the names of variables, and which fields the change was about. */
export type KeptPartner = z.infer<typeof keptShape>;

/** Null for what this version cannot read. */
export function keptPartner(value: string): KeptPartner | null {
  try {
    return keptShape.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** Null where it has no such shape. */
export function writtenPartner(given: unknown): KeptPartner['written'] | null {
  return writtenShape.safeParse(given).data ?? null;
}

export function keepPartner(kept: KeptPartner): string {
  return JSON.stringify(kept);
}
