import { z } from 'zod';
import { isLoopback } from '../../config/is-loopback.ts';
import { Secret } from '../../config/secret.ts';
import { regionHosts } from '../../genesys/region-hosts.ts';
import { handOffContracts } from '../../store/shapes/hand-off-table.ts';
import type { Partner } from './partner.ts';

const minute = 60_000;
const fourHours = 240;

const ofOurs = z.string().trim().min(1, 'is empty');
const id = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'is not small letters, digits and hyphens');
const address = z
  .url({ protocol: /^https?$/, error: 'is not a URL' })
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), 'is not https');

/** Ed25519 alone: other curves sign as EdDSA, too, and need not. */
const publicKey = z.object({
  kty: z.literal('OKP', { error: 'is not OKP' }),
  crv: z.literal('Ed25519', { error: 'is not Ed25519' }),
  x: z.string().regex(/^[\w-]{43}$/, 'is not the 32 bytes of a public key'),
  kid: z.string().optional(),
  d: z.undefined({ error: 'is there: that is a private key' }).optional(),
});

const written = z.strictObject({
  id,
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

const file = z.strictObject({ partners: z.array(z.unknown(), { error: 'is not a list' }) });

type Written = z.output<typeof written>;

/** Either the partners, or every problem at once, each a sentence’s rest: “partner southridge: clientSecret is missing”. */
export type ReadPartners =
  | { readonly partners: readonly Partner[] }
  | { readonly problems: readonly [string, ...string[]] };

/**
 * The partner organisations of a file’s text (JSON). A secret may be written as `env:NAME` and is then read from `env`. Values never
 * appear in a problem. Pure.
 */
export function readPartners(text: string, env: Readonly<Record<string, string | undefined>>): ReadPartners {
  const parsed = file.safeParse(parsedJson(text));
  if (!parsed.success) return { problems: ['is no JSON of the form {"partners": […]}'] };
  const problems: string[] = [];
  const partners: Partner[] = [];
  for (const [index, given] of parsed.data.partners.entries()) {
    const whose = `partner ${nameOf(given) ?? index + 1}`;
    const read = written.safeParse(given);
    if (read.success) {
      const found = partnerOf(read.data, env);
      if ('wrong' in found) problems.push(...found.wrong.map((wrong) => `${whose}: ${wrong}`));
      else partners.push(found.partner);
    } else
      problems.push(
        ...read.error.issues.flatMap((issue) => wrongOf(issue, given).map((wrong) => `${whose}: ${wrong}`)),
      );
  }
  for (const key of ['id', 'organisationId'] as const) {
    const seen = new Set<string>();
    for (const partner of partners)
      if (!seen.has(partner[key])) seen.add(partner[key]);
      else problems.push(`partner ${partner.id}: ${key} is that of another partner`);
  }
  const [first, ...more] = problems;
  return first === undefined ? { partners } : { problems: [first, ...more] };
}

function partnerOf(
  given: Written,
  env: Readonly<Record<string, string | undefined>>,
): { readonly partner: Partner } | { readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const secret = (name: 'clientSecret' | 'webhookToken' | 'sessionKey'): Secret | null => {
    const text = given[name];
    const variable = /^env:(\w+)$/.exec(text ?? '')?.[1];
    const value = variable === undefined ? text : env[variable];
    if (variable !== undefined && !value)
      wrong.push(`${name} names the variable ${variable}, which is not set`);
    return value ? new Secret(value) : null;
  };
  const region = given.region === undefined ? null : regionHosts(given.region);
  const apiUrl = given.apiUrl ?? region?.apiUrl;
  const loginUrl = given.loginUrl ?? region?.loginUrl;
  if (given.region !== undefined && region === null) wrong.push('region is not a region of Genesys Cloud');
  else if (apiUrl === undefined || loginUrl === undefined)
    wrong.push('region is missing (or both apiUrl and loginUrl)');
  const clientSecret = secret('clientSecret');
  const webhookToken = secret('webhookToken');
  const sessionKey = secret('sessionKey');
  const { contract, integrationId } = given;
  if (contract === 'bridge' && integrationId === undefined)
    wrong.push('integrationId is missing for the contract bridge');
  if (contract === 'bridge' && given.webhookToken === undefined)
    wrong.push('webhookToken is missing for the contract bridge');
  if (contract === 'field' && given.sessionKey === undefined)
    wrong.push('sessionKey is missing for the contract field');
  const channelTypes = given.channelTypes ?? { webmessaging: contract === 'field' ? 'webchat' : 'open' };
  for (const [type, target] of Object.entries(channelTypes))
    if (target !== (contract === 'field' ? 'webchat' : 'open'))
      wrong.push(`channelTypes maps ${type} to what the contract ${contract} does not carry`);
  if (wrong.length > 0 || apiUrl === undefined || loginUrl === undefined || clientSecret === null)
    return { wrong };
  return {
    partner: {
      id: given.id,
      organisationId: given.organisationId.toLowerCase(),
      name: given.name,
      apiUrl,
      loginUrl,
      clientId: given.clientId,
      clientSecret,
      contract,
      integration:
        integrationId === undefined || webhookToken === null ? null : { id: integrationId, webhookToken },
      sessionKey,
      trustKeys: given.trustKeys.keys.map(({ kty, crv, x, kid }) => ({
        kty,
        crv,
        x,
        ...(kid === undefined ? {} : { kid }),
      })),
      channelTypes,
      queues: given.queues,
      ticketUrl: given.ticketUrl ?? null,
      teamsConversation: given.teamsConversation ?? null,
      limitMs: given.limitMinutes * minute,
    },
  };
}

function wrongOf(issue: z.core.$ZodIssue, given: unknown): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key} is no field of a partner`);
  const name = issue.path.join('.');
  if (name === '') return ['is not an object'];
  const [first] = issue.path;
  const missing =
    issue.path.length === 1 && typeof given === 'object' && given !== null && !(String(first) in given);
  if (missing) return [`${name} is missing`];
  return [`${name} ${/^is |^has /.test(issue.message) ? issue.message : 'is not what is expected'}`];
}

function nameOf(given: unknown): string | null {
  const named = z.object({ id }).safeParse(given);
  return named.success ? named.data.id : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
