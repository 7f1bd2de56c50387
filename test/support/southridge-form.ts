import { emptyPartnerForm, type PartnerForm } from '../../src/journeys/hand-off/registering/partner-form.ts';

/** A partner as a supervisor types it; its variables are PARTNER_SOUTH_SECRET and PARTNER_SOUTH_WEBHOOK. */
export const southridgeForm: PartnerForm = {
  ...emptyPartnerForm,
  id: 'southridge',
  name: 'Southridge Repairs',
  organisationId: '22222222-2222-4222-8222-222222222222',
  region: 'eu-central-1',
  clientId: 'client',
  clientSecret: 'PARTNER_SOUTH_SECRET',
  integrationId: 'integration',
  webhookToken: 'PARTNER_SOUTH_WEBHOOK',
  queues: 'Repairs\nClaims',
};
