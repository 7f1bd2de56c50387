import { z } from 'zod';
import { handOffContracts } from '../../../store/shapes/hand-off-table.ts';
import { emptyPartnerForm, type PartnerForm, partnerFields } from './partner-form.ts';

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

/** As a form shows it. */
export function formOf(written: KeptPartner['written']): PartnerForm {
  const named = (secret: string | undefined): string => secret?.replace(/^env:/, '') ?? '';
  const { trustKeys, channelTypes, limitMinutes } = written;
  return {
    id: written.id,
    name: written.name,
    organisationId: written.organisationId,
    region: written.region,
    clientId: written.clientId,
    clientSecret: named(written.clientSecret),
    contract: written.contract,
    integrationId: written.integrationId ?? '',
    webhookToken: named(written.webhookToken),
    sessionKey: named(written.sessionKey),
    queues: written.queues.join('\n'),
    channelTypes:
      channelTypes === undefined ? emptyPartnerForm.channelTypes : Object.keys(channelTypes).join(', '),
    trustKeys: trustKeys === undefined || trustKeys.keys.length === 0 ? '' : JSON.stringify(trustKeys),
    ticketUrl: written.ticketUrl ?? '',
    teamsConversation: written.teamsConversation ?? '',
    limitMinutes: limitMinutes === undefined ? emptyPartnerForm.limitMinutes : String(limitMinutes),
  };
}
