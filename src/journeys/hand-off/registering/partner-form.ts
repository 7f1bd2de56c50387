/** What a form asks of a partner, in the order it asks. */
export const partnerFields = [
  'id',
  'name',
  'organisationId',
  'region',
  'clientId',
  'clientSecret',
  'contract',
  'integrationId',
  'webhookToken',
  'sessionKey',
  'queues',
  'channelTypes',
  'trustKeys',
  'ticketUrl',
  'teamsConversation',
  'limitMinutes',
] as const;

export type PartnerField = (typeof partnerFields)[number];

/** As people type it. Of secrets the name of a variable, never the secret. */
export type PartnerForm = Readonly<Record<PartnerField, string>>;

/** These take the name of a variable. */
export const secretFields = ['clientSecret', 'webhookToken', 'sessionKey'] as const satisfies PartnerField[];

/** How much of each is taken, in characters. */
export const longestOf: Readonly<Record<PartnerField, number>> = {
  id: 40,
  name: 100,
  organisationId: 40,
  region: 60,
  clientId: 100,
  clientSecret: 100,
  contract: 10,
  integrationId: 100,
  webhookToken: 100,
  sessionKey: 100,
  queues: 1_500,
  channelTypes: 200,
  trustKeys: 3_000,
  ticketUrl: 400,
  teamsConversation: 600,
  limitMinutes: 5,
};

export const emptyPartnerForm: PartnerForm = {
  id: '',
  name: '',
  organisationId: '',
  region: '',
  clientId: '',
  clientSecret: '',
  contract: 'bridge',
  integrationId: '',
  webhookToken: '',
  sessionKey: '',
  queues: '',
  channelTypes: 'webmessaging',
  trustKeys: '',
  ticketUrl: '',
  teamsConversation: '',
  limitMinutes: '240',
};
