import { z } from 'zod';
import { isLoopback } from './is-loopback.ts';
import { itemList } from './item-list.ts';
import { Secret } from './secret.ts';
import { wholeNumber } from './whole-number.ts';

const namedKey = /^([\w.-]{1,64}):(\S{32,})$/;

const namedKeys = itemList
  .refine(
    (items) => items.every((item) => namedKey.test(item)),
    'has an entry that is not name:secret with at least 32 characters of secret',
  )
  .refine(
    (items) => new Set(items.map((item) => item.split(':')[0])).size === items.length,
    'has two entries of one name',
  )
  .transform((items) =>
    items.flatMap((item) => {
      const [, kid, key] = namedKey.exec(item) ?? [];
      return kid === undefined || key === undefined ? [] : [{ kid, key: new Secret(key) }];
    }),
  );

const sourceName = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters').optional();

/** The environment variables of the widget's backend. */
export const widgetVariables = {
  WIDGET_ORIGINS: itemList.refine(
    (items) => items.every(isOrigin),
    'has an entry that is not an https origin',
  ),
  WIDGET_DEPLOYMENT_ID: z.guid({ error: 'is not a GUID' }).optional(),
  // Aborted where it is none: what follows reads its parts.
  WIDGET_MESSAGING_URL: z
    .url({ protocol: /^wss?$/, error: 'is not a URL of the expected kind', abort: true })
    .refine((text) => /^wss:/.test(text) || isLoopback(new URL(text).hostname), 'is not wss')
    .optional(),
  WIDGET_SECRETS: namedKeys,
  WIDGET_JWKS_URL: z
    .url({ protocol: /^https?$/, error: 'is not a URL of the expected kind', abort: true })
    .refine((text) => /^https:/.test(text) || isLoopback(new URL(text).hostname), 'is not https')
    .optional(),
  WIDGET_AUDIENCE: z.string().optional(),
  WIDGET_ISSUER: z.string().optional(),
  WIDGET_ANONYMOUS: z.enum(['on', 'off'], { error: 'is neither on nor off' }).optional(),
  WIDGET_NEW_USERS: z.enum(['create', 'refuse'], { error: 'is neither create nor refuse' }).default('create'),
  WIDGET_USER_SOURCE: sourceName,
  WIDGET_EXTERNAL_ID_SOURCE: sourceName,
  WIDGET_TOKEN_SECONDS: wholeNumber(300, 60, 3_600),
  WIDGET_KEYS: namedKeys,
  WIDGET_PER_ADDRESS: wholeNumber(60, 1, 1_000_000),
  WIDGET_PER_USER: wholeNumber(20, 1, 1_000_000),
  WIDGET_PROXIES: wholeNumber(0, 0, 10),
};

/** As a browser writes it: no path, no slash at its end, small letters. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}
