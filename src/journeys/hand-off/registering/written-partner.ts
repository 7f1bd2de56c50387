import { z } from 'zod';
import { isLoopback } from '../../../config/is-loopback.ts';
import { Secret } from '../../../config/secret.ts';
import type { RegionHosts } from '../../../genesys/region-hosts.ts';
import { handOffContracts } from '../../../store/shapes/hand-off-table.ts';
import type { Partner } from '../partner.ts';

const minute = 60_000;
const fourHours = 240;

const ofOurs = z.string().trim().min(1, 'is empty');
const address = z
  .url({ protocol: /^https?$/, error: 'is not a URL' })
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), 'is not https')
  .refine((text) => new URL(text).password === '', 'has a password in it');

/** Ed25519 alone: other curves sign as EdDSA, too, and need not. */
const publicKey = z.object({
  kty: z.literal('OKP', { error: 'is not OKP' }),
  crv: z.literal('Ed25519', { error: 'is not Ed25519' }),
  x: z.string().regex(/^[\w-]{43}$/, 'is not the 32 bytes of a public key'),
  kid: z.string().optional(),
  d: z.undefined({ error: 'is there: that is a private key' }).optional(),
});

/** A partner’s short name. */
export const partnerIdShape = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'is not small letters, digits and hyphens');

const written = z.strictObject({
  id: partnerIdShape,
  organisationId: z.guid({ error: 'is not a GUID' }),
  name: ofOurs.max(100, 'is longer than 100 characters'),
  region: z.string().optional(),
  apiUrl: address.optional(),
  loginUrl: address.optional(),
  clientId: ofOurs,
  clientSecret: ofOurs,
  contract: z.enum(handOffContracts, { error: 'is neither bridge nor field' }).default('bridge'),
  integrationId: ofOurs.optional(),
  webhookToken: ofOurs.optional(),
  sessionKey: ofOurs.optional(),
  trustKeys: z.object({ keys: z.array(publicKey) }, { error: 'is not a JWKS' }).default({ keys: [] }),
  channelTypes: z.record(z.string(), ofOurs).optional(),
  queues: z
    .array(ofOurs.max(100, 'is longer than 100 characters'))
    .min(1, 'is empty')
    .max(20, 'has more than 20'),
  ticketUrl: address.optional(),
  teamsConversation: ofOurs.optional(),
  limitMinutes: z.int().min(1, 'is below 1').max(1_440, 'is over 1440').default(fourHours),
});

/** The fields that hang together, as far as they can be read while others cannot. */
const joined = z.object({
  region: z.string().optional().catch(undefined),
  apiUrl: z.string().optional().catch(undefined),
  loginUrl: z.string().optional().catch(undefined),
  clientSecret: z.string().optional().catch(undefined),
  contract: z.enum(handOffContracts).default('bridge').catch('bridge'),
  integrationId: z.string().optional().catch(undefined),
  webhookToken: z.string().optional().catch(undefined),
  sessionKey: z.string().optional().catch(undefined),
  channelTypes: z.record(z.string(), z.string()).optional().catch(undefined),
});

const secrets = ['clientSecret', 'webhookToken', 'sessionKey'] as const;

/** What is wrong with one field, as the rest of a sentence, without its value: `clientSecret` `is missing`. */
export interface WrongField {
  /** Empty: the partner as a whole. */
  readonly field: string;
  readonly wrong: string;
  /** The variable it names is not set. */
  readonly unset?: true;
}

export interface PartnerGround {
  /** What `env:NAME` may name. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostsOf: (region: string) => RegionHosts | null;
}

/** A partner as it is written in the file or registered in Teams, or everything that is wrong with it at once. Pure. */
export function readWrittenPartner(
  given: unknown,
  { env, hostsOf }: PartnerGround,
): { readonly partner: Partner } | { readonly wrong: readonly WrongField[] } {
  const read = written.safeParse(given);
  const malformed = read.success ? [] : read.error.issues.flatMap((issue) => wrongOf(issue, given));
  const seen = joined.safeParse(given);
  if (!seen.success) return { wrong: malformed };
  const fields = new Set(malformed.map(({ field }) => field.split('.')[0]));
  const wrong = [...malformed, ...unfit(seen.data).filter(({ field }) => !fields.has(field))];
  const hosts = hostsIn(seen.data);
  const clientSecret = read.success ? secretIn(read.data.clientSecret) : null;
  if (!read.success || wrong.length > 0 || hosts === null || clientSecret === null) return { wrong };
  const { integrationId, limitMinutes, trustKeys, ticketUrl, teamsConversation, ...rest } = read.data;
  const webhookToken = secretIn(rest.webhookToken);
  return {
    partner: {
      id: rest.id,
      organisationId: rest.organisationId.toLowerCase(),
      name: rest.name,
      ...hosts,
      clientId: rest.clientId,
      clientSecret,
      contract: rest.contract,
      integration:
        integrationId === undefined || webhookToken === null ? null : { id: integrationId, webhookToken },
      sessionKey: secretIn(rest.sessionKey),
      trustKeys: trustKeys.keys.map(({ kty, crv, x, kid }) => ({
        kty,
        crv,
        x,
        ...(kid === undefined ? {} : { kid }),
      })),
      channelTypes: rest.channelTypes ?? { webmessaging: arrivesAs(rest.contract) },
      queues: rest.queues,
      ticketUrl: ticketUrl ?? null,
      teamsConversation: teamsConversation ?? null,
      limitMs: limitMinutes * minute,
    },
  };

  function unfit(fields: z.output<typeof joined>): WrongField[] {
    const { region, contract, integrationId, webhookToken, sessionKey, channelTypes = {} } = fields;
    const bridge = contract === 'bridge';
    const missing = (field: string, is: boolean): WrongField[] =>
      is ? [{ field, wrong: `is missing for the contract ${contract}` }] : [];
    return [
      ...(hostsIn(fields) !== null
        ? []
        : region === undefined
          ? [{ field: 'region', wrong: 'is missing (or both apiUrl and loginUrl)' }]
          : [{ field: 'region', wrong: 'is not a region of Genesys Cloud' }]),
      ...secrets.flatMap((field) => {
        const variable = variableIn(fields[field]);
        if (variable === null || env[variable]) return [];
        return [{ field, wrong: `names the variable ${variable}, which is not set`, unset: true } as const];
      }),
      ...missing('integrationId', bridge && integrationId === undefined),
      ...missing('webhookToken', bridge && webhookToken === undefined),
      ...missing('sessionKey', !bridge && sessionKey === undefined),
      ...Object.entries(channelTypes).flatMap(([type, target]) =>
        target === arrivesAs(contract)
          ? []
          : [
              {
                field: 'channelTypes',
                wrong: `maps ${type} to what the contract ${contract} does not carry`,
              },
            ],
      ),
    ];
  }

  function hostsIn(fields: Pick<z.output<typeof joined>, 'region' | 'apiUrl' | 'loginUrl'>) {
    const region = fields.region === undefined ? null : hostsOf(fields.region);
    if (fields.region !== undefined && region === null) return null;
    const apiUrl = (read.success ? read.data.apiUrl : fields.apiUrl) ?? region?.apiUrl;
    const loginUrl = (read.success ? read.data.loginUrl : fields.loginUrl) ?? region?.loginUrl;
    return apiUrl === undefined || loginUrl === undefined ? null : { apiUrl, loginUrl };
  }

  function secretIn(text: string | undefined): Secret | null {
    const variable = variableIn(text);
    const value = variable === null ? text : env[variable];
    return value ? new Secret(value) : null;
  }
}

/** As what a conversation arrives at the partner. */
export function arrivesAs(contract: Partner['contract']): string {
  return contract === 'field' ? 'webchat' : 'open';
}

function variableIn(text: string | undefined): string | null {
  return /^env:(\w+)$/.exec(text ?? '')?.[1] ?? null;
}

function wrongOf(issue: z.core.$ZodIssue, given: unknown): WrongField[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => ({ field, wrong: 'is no field of a partner' }));
  const field = issue.path.join('.');
  if (field === '') return [{ field, wrong: 'is not an object' }];
  const [first] = issue.path;
  const missing =
    issue.path.length === 1 && typeof given === 'object' && given !== null && !(String(first) in given);
  if (missing) return [{ field, wrong: 'is missing' }];
  return [{ field, wrong: /^is |^has /.test(issue.message) ? issue.message : 'is not what is expected' }];
}
