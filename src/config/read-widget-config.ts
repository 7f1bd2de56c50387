import { regionOf } from '../genesys/region-hosts.ts';
import type { GenesysConfig } from './config.ts';
import { type ConfigProblem, problem } from './config-error.ts';
import type { Environment } from './variables.ts';
import type { WidgetConfig } from './widget-config.ts';

/** The widget's part of the environment; null: not set up. `genesys` null: sandbox mode, where it is on by itself. */
export function readWidgetConfig(
  values: Environment,
  genesys: GenesysConfig | null,
  inSandbox: boolean,
  problems: ConfigProblem[],
): WidgetConfig | null {
  const origins = values.WIDGET_ORIGINS;
  if (origins.length === 0 && !inSandbox) return null;
  const siteSecrets = values.WIDGET_SECRETS;
  const jwksUrl = values.WIDGET_JWKS_URL ?? null;
  const anonymous = values.WIDGET_ANONYMOUS === undefined ? inSandbox : values.WIDGET_ANONYMOUS === 'on';
  const signs = siteSecrets.length > 0 || jwksUrl !== null;
  if (!inSandbox) {
    if (values.WIDGET_DEPLOYMENT_ID === undefined)
      problems.push(problem('WIDGET_DEPLOYMENT_ID', 'is missing'));
    if (!signs && !anonymous)
      problems.push(
        problem(
          'WIDGET_SECRETS',
          'is missing',
          'Set it or WIDGET_JWKS_URL, or serve anonymous guests with WIDGET_ANONYMOUS=on.',
        ),
      );
    if (signs && !values.WIDGET_AUDIENCE) problems.push(problem('WIDGET_AUDIENCE', 'is missing'));
    if (signs && !values.WIDGET_ISSUER) problems.push(problem('WIDGET_ISSUER', 'is missing'));
  }
  if (!inSandbox && values.DATABASE_URL !== undefined && values.WIDGET_KEYS.length === 0)
    problems.push(
      problem(
        'WIDGET_KEYS',
        'is missing',
        'With DATABASE_URL several instances may run, and must have the same keys: write name:secret.',
      ),
    );
  const userSource = values.WIDGET_USER_SOURCE ?? 'Zendesk';
  const externalIdSource = values.WIDGET_EXTERNAL_ID_SOURCE ?? 'CRM';
  if (userSource.toLowerCase() === externalIdSource.toLowerCase())
    problems.push(problem('WIDGET_EXTERNAL_ID_SOURCE', 'is the same as WIDGET_USER_SOURCE'));
  const messagingUrl =
    values.WIDGET_MESSAGING_URL ?? (genesys === null ? null : messagingUrlOf(genesys.apiUrl));
  if (genesys !== null && messagingUrl === null) problems.push(problem('WIDGET_MESSAGING_URL', 'is missing'));
  return {
    origins,
    anyLoopbackOrigin: inSandbox,
    deploymentId: values.WIDGET_DEPLOYMENT_ID ?? null,
    messagingUrl,
    siteSecrets,
    jwksUrl,
    audience: values.WIDGET_AUDIENCE ?? 'reachback',
    issuer: values.WIDGET_ISSUER ?? 'sandbox-site',
    anonymous,
    createsContacts: values.WIDGET_NEW_USERS === 'create',
    userSource,
    externalIdSource,
    tokenMs: values.WIDGET_TOKEN_SECONDS * 1_000,
    keys: values.WIDGET_KEYS,
    perAddress: values.WIDGET_PER_ADDRESS,
    perUser: values.WIDGET_PER_USER,
    proxies: values.WIDGET_PROXIES,
  };
}

/** Where guests of that region connect (deployment snippets); null behind a host of one's own. */
function messagingUrlOf(apiUrl: string): string | null {
  const region = regionOf(apiUrl);
  return region === null ? null : `wss://webmessaging.${region}/v1`;
}
