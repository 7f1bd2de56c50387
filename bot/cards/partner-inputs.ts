import type { Words } from '../locales/words.ts';
import type { CardElement } from './adaptive-card.ts';

/** In the order they are asked for. */
const names = [
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

export type PartnerFieldName = (typeof names)[number];

const required: readonly PartnerFieldName[] = [
  'id',
  'name',
  'organisationId',
  'region',
  'clientId',
  'clientSecret',
  'queues',
];
const multiline: readonly PartnerFieldName[] = ['queues', 'trustKeys'];

/** Examples, the same in every language. */
const like: Readonly<Partial<Record<PartnerFieldName, string>>> = {
  id: 'southridge',
  name: 'Southridge Repairs',
  organisationId: '22222222-2222-4222-8222-222222222222',
  region: 'eu-central-1',
  clientSecret: 'PARTNER_SOUTHRIDGE_SECRET',
  webhookToken: 'PARTNER_SOUTHRIDGE_WEBHOOK',
  sessionKey: 'PARTNER_SOUTHRIDGE_SESSION',
  channelTypes: 'webmessaging',
  trustKeys: '{"keys":[…]}',
  ticketUrl: 'https://reachback.southridge.example/hand-off/tickets',
  teamsConversation: '19:…@thread.tacv2',
  limitMinutes: '240',
};

/** The name an input of a partner’s form has on the card: `partnerClientId`. */
export function partnerInput(field: PartnerFieldName): string {
  return `partner${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

/** The fields of a partner with their values; one that is changed keeps its id. `longest` in characters. */
export function partnerInputs(
  values: Readonly<Record<PartnerFieldName, string>>,
  longest: Readonly<Record<PartnerFieldName, number>>,
  changes: boolean,
  words: Words,
): CardElement[] {
  return names
    .filter((name) => !(changes && name === 'id'))
    .map((name) =>
      name === 'contract' ? contract(values[name], words) : line(name, values[name], longest[name], words),
    );
}

function contract(value: string, words: Words): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: partnerInput('contract'),
    label: words('partners.field.contract'),
    style: 'compact',
    value: value === 'field' ? 'field' : 'bridge',
    choices: [
      { title: words('partners.contract.bridge'), value: 'bridge' },
      { title: words('partners.contract.field'), value: 'field' },
    ],
  };
}

function line(
  name: Exclude<PartnerFieldName, 'contract'>,
  value: string,
  maxLength: number,
  words: Words,
): CardElement {
  const placeholder = like[name];
  return {
    type: 'Input.Text',
    id: partnerInput(name),
    label: words(`partners.field.${name}`),
    ...(value === '' ? {} : { value }),
    ...(placeholder === undefined ? {} : { placeholder }),
    maxLength,
    ...(multiline.includes(name) ? { isMultiline: true } : {}),
    ...(required.includes(name) ? { isRequired: true, errorMessage: words('partners.form.missing') } : {}),
  };
}
