import type { KeptPartner } from './kept-partner.ts';
import { emptyPartnerForm, type PartnerForm } from './partner-form.ts';

/** A registered partner as the form shows it: of a secret the name of its variable. Pure. */
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
