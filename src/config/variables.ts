import { z } from 'zod';
import { isTimeZone } from '../outreach/when/is-time-zone.ts';
import { isLoopback } from './is-loopback.ts';
import { isWording } from './is-wording.ts';
import { itemList } from './item-list.ts';
import { quietHours } from './quiet-hours.ts';
import { Secret } from './secret.ts';
import { wholeNumber } from './whole-number.ts';
import { widgetVariables } from './widget-variables.ts';

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port number')
    .transform(Number)
    .refine((value) => value <= 65_535, 'is not a port number')
    .default(standard);

const url = (protocols: RegExp) =>
  z
    .url({ protocol: protocols, error: 'is not a URL of the expected kind' })
    .transform((text) => text.replace(/\/+$/, ''));

const secret = z.string().transform((text) => new Secret(text));

const guid = z.guid({ error: 'is not a GUID' });

/** Every environment variable, with how it is read. What each is for stands in variable-notes.ts. */
export const variables = {
  PORT: port(3978),
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.literal('localhost')], { error: 'is not an IP address or localhost' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(/^postgres(ql)?$/)
    .transform((text) => new Secret(text))
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'is not a log level' })
    .default('info'),
  GENESYS_REGION: z.string().optional(),
  GENESYS_CLIENT_ID: z.string().optional(),
  GENESYS_CLIENT_SECRET: secret.optional(),
  GENESYS_API_URL: url(/^https?$/).optional(),
  GENESYS_LOGIN_URL: url(/^https?$/).optional(),
  GENESYS_QUEUES: itemList,
  GENESYS_SIGN_IN_CLIENT_ID: z.string().optional(),
  GENESYS_SIGN_IN_CLIENT_SECRET: secret.optional(),
  PUBLIC_URL: url(/^https?$/)
    .refine((text) => /^https:/.test(text) || isLoopback(new URL(text).hostname), 'is not https')
    .optional(),
  // Aborted where it is none: what follows reads its parts.
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'is not a URL of the expected kind', abort: true })
    .refine((text) => {
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || isLoopback(hostname);
    }, 'is not https')
    .refine((text) => {
      const { username, password } = new URL(text);
      return username === '' && password === '';
    }, 'has a user name or password in it')
    .transform((text) => new Secret(text))
    .optional(),
  WEBHOOK_SECRETS: itemList
    .refine((items) => items.every((item) => item.length >= 24), 'has a secret of fewer than 24 characters')
    .transform((items) => items.map((item) => new Secret(item))),
  WEBHOOK_EVENTS: itemList
    .pipe(z.array(z.enum(['started', 'ended'], { error: 'has an entry that is neither started nor ended' })))
    .transform((items): readonly ('started' | 'ended')[] =>
      items.length === 0 ? ['started', 'ended'] : items,
    ),
  PARTNERS_FILE: z.string().optional(),
  HAND_OFF_KEY_FILE: z.string().optional(),
  SANDBOX_PORT: port(3979),
  MICROSOFT_APP_ID: guid.optional(),
  MICROSOFT_APP_PASSWORD: secret.optional(),
  MICROSOFT_APP_TENANT_ID: guid.optional(),
  TEAMS_AUTH: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('on'),
  SUPERVISORS: itemList.refine(
    (items) => items.every((item) => z.email().safeParse(item).success),
    'has an entry that is not an e-mail address',
  ),
  DEFAULT_LANGUAGE: z
    .enum(['en', 'de', 'fr', 'es', 'ja'], { error: 'is not a language the bot speaks' })
    .default('en'),
  SUPERVISOR_TEAM: guid.optional(),
  OUTREACH_MODE: z
    .enum(['automatic', 'supervisor'], { error: 'is neither automatic nor supervisor' })
    .optional(),
  OUTREACH_TEXT: z
    .string()
    .max(2_000, 'is longer than 2,000 characters')
    .refine(isWording, 'is not an ICU message with {customer}, {agent} and {queue} alone')
    .optional(),
  APPROVAL_MINUTES: wholeNumber(10, 1, 1_440),
  CONTACT_AGAIN_AFTER_HOURS: wholeNumber(24, 1, 8_760),
  QUIET_HOURS: quietHours.optional(),
  TIME_ZONE: z.string().refine(isTimeZone, 'is not an IANA time zone').default('UTC'),
  COBROWSE_CONTROL: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('off'),
  CUSTOMER_TIME_ZONE_ATTRIBUTE: z.string().default('timeZone'),
  ...widgetVariables,
};

export type VariableName = keyof typeof variables;

export const environment = z.object(variables);

export type Environment = z.output<typeof environment>;
