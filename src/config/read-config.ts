import { hostsOfOneRegion, regionHosts } from '../genesys/region-hosts.ts';
import type {
  Config,
  GenesysConfig,
  OutreachConfig,
  SignInConfig,
  TeamsConfig,
  WebhookConfig,
} from './config.ts';
import { ConfigError, type ConfigProblem, problem } from './config-error.ts';
import { defaultText } from './default-text.ts';
import { isLoopback } from './is-loopback.ts';
import { readWidgetConfig } from './read-widget-config.ts';
import { type Environment, environment, type VariableName, variables } from './variables.ts';

/**
 * The environment as a checked configuration. Empty variables count as unset.
 * Throws ConfigError with every problem at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) =>
      env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]],
    ),
  );
  const problems: ConfigProblem[] = [];
  const values = readEach(given, problems);
  const inSandbox = genesysVariables.every((name) => given[name] === undefined);
  const genesys = inSandbox ? null : genesysConfig(values, problems);
  const signIn = signInConfig(values, problems);
  const webhook = webhookConfig(values, problems);
  const teams = teamsConfig(values, inSandbox, problems);
  const widget = readWidgetConfig(values, genesys, inSandbox, problems);
  const host = values.HOST ?? (teams === null ? '127.0.0.1' : '0.0.0.0');
  if (teams === null && !isLoopback(host)) {
    problems.push(
      problem(
        'HOST',
        'is reachable from outside while TEAMS_AUTH is off',
        'Use 127.0.0.1, or set the MICROSOFT_APP variables.',
      ),
    );
  }
  if (teams === null && values.SUPERVISOR_TEAM !== undefined) {
    problems.push(
      problem(
        'SUPERVISOR_TEAM',
        'cannot be read without Teams credentials',
        'Set the MICROSOFT_APP variables as well, or leave it out.',
      ),
    );
  }
  if (problems.length > 0) throw new ConfigError(firstOfEach(problems));
  return {
    port: values.PORT,
    host,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    logLevel: values.LOG_LEVEL,
    genesys,
    signIn,
    webhook,
    handOff: {
      partnersFile: values.PARTNERS_FILE ?? null,
      keyFile: values.HAND_OFF_KEY_FILE ?? null,
    },
    sandboxPort: values.SANDBOX_PORT,
    queues: values.GENESYS_QUEUES,
    teams,
    supervisors: values.SUPERVISORS,
    supervisorTeam: values.SUPERVISOR_TEAM ?? null,
    language: values.DEFAULT_LANGUAGE,
    outreach: outreachConfig(values, inSandbox),
    widget,
  };
}

/** What each variable says by itself; a malformed one is noted and counts as unset, so that the rest is still judged. */
function readEach(given: Record<string, string | undefined>, problems: ConfigProblem[]): Environment {
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const malformed = parsed.error.issues.map(({ path, message }) => problem(variableNamed(path[0]), message));
  problems.push(...malformed);
  const names = new Set<string>(malformed.map(({ variable }) => variable));
  return environment.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name))));
}

/** A variable that is malformed is not also reported missing. */
function firstOfEach(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const named = new Set<string>();
  return problems.filter(({ variable }) => !named.has(variable) && named.add(variable));
}

const genesysVariables = [
  'GENESYS_REGION',
  'GENESYS_CLIENT_ID',
  'GENESYS_CLIENT_SECRET',
  'GENESYS_API_URL',
  'GENESYS_LOGIN_URL',
] as const;

function variableNamed(key: PropertyKey | undefined): VariableName {
  for (const name of Object.keys(variables)) if (name === key && isVariable(name)) return name;
  throw new TypeError(`No variable is named ${String(key)}`);
}

function isVariable(name: string): name is VariableName {
  return name in variables;
}

function genesysConfig(values: Environment, problems: ConfigProblem[]): GenesysConfig | null {
  const { GENESYS_REGION, GENESYS_CLIENT_ID, GENESYS_CLIENT_SECRET } = values;
  const region = GENESYS_REGION === undefined ? null : regionHosts(GENESYS_REGION);
  if (GENESYS_REGION !== undefined && region === null) {
    problems.push(problem('GENESYS_REGION', 'is not a region of Genesys Cloud'));
  }
  const apiUrl = values.GENESYS_API_URL ?? region?.apiUrl;
  const loginUrl = values.GENESYS_LOGIN_URL ?? region?.loginUrl;
  if (GENESYS_REGION === undefined && !(apiUrl && loginUrl))
    problems.push(problem('GENESYS_REGION', 'is missing'));
  if (!GENESYS_CLIENT_ID) problems.push(problem('GENESYS_CLIENT_ID', 'is missing'));
  if (!GENESYS_CLIENT_SECRET) problems.push(problem('GENESYS_CLIENT_SECRET', 'is missing'));
  if (apiUrl && loginUrl && !hostsOfOneRegion([apiUrl, loginUrl])) {
    const variable = values.GENESYS_LOGIN_URL === undefined ? 'GENESYS_API_URL' : 'GENESYS_LOGIN_URL';
    const other = values.GENESYS_API_URL && values.GENESYS_LOGIN_URL ? 'GENESYS_API_URL' : 'GENESYS_REGION';
    problems.push(
      problem(
        variable,
        `is a host of another region than ${other}`,
        'Use hosts of one region: set GENESYS_REGION alone and leave both URLs out.',
      ),
    );
  }
  if (!apiUrl || !loginUrl || !GENESYS_CLIENT_ID || !GENESYS_CLIENT_SECRET) return null;
  return { apiUrl, loginUrl, clientId: GENESYS_CLIENT_ID, clientSecret: GENESYS_CLIENT_SECRET };
}

function signInConfig(values: Environment, problems: ConfigProblem[]): SignInConfig | null {
  const {
    GENESYS_SIGN_IN_CLIENT_ID: clientId,
    GENESYS_SIGN_IN_CLIENT_SECRET,
    PUBLIC_URL: publicUrl,
  } = values;
  if (!clientId) {
    if (GENESYS_SIGN_IN_CLIENT_SECRET) problems.push(problem('GENESYS_SIGN_IN_CLIENT_ID', 'is missing'));
    return null;
  }
  if (publicUrl === undefined) {
    problems.push(problem('PUBLIC_URL', 'is missing'));
    return null;
  }
  return { clientId, clientSecret: GENESYS_SIGN_IN_CLIENT_SECRET ?? null, publicUrl };
}

function webhookConfig(values: Environment, problems: ConfigProblem[]): WebhookConfig | null {
  const { WEBHOOK_URL: url, WEBHOOK_SECRETS: secrets, WEBHOOK_EVENTS: kinds } = values;
  if (url === undefined) {
    if (secrets.length > 0) problems.push(problem('WEBHOOK_URL', 'is missing'));
    return null;
  }
  if (secrets.length === 0) {
    problems.push(problem('WEBHOOK_SECRETS', 'is missing'));
    return null;
  }
  return { url, secrets, kinds };
}

function teamsConfig(values: Environment, inSandbox: boolean, problems: ConfigProblem[]): TeamsConfig | null {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, TEAMS_AUTH } = values;
  const given = { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID };
  const none = Object.values(given).every((value) => value === undefined);
  if (TEAMS_AUTH === 'off' || (inSandbox && none)) return null;
  if (MICROSOFT_APP_ID && MICROSOFT_APP_PASSWORD && MICROSOFT_APP_TENANT_ID) {
    return {
      appId: MICROSOFT_APP_ID,
      appPassword: MICROSOFT_APP_PASSWORD,
      tenantId: MICROSOFT_APP_TENANT_ID,
    };
  }
  if (!MICROSOFT_APP_ID) problems.push(problem('MICROSOFT_APP_ID', 'is missing'));
  if (!MICROSOFT_APP_PASSWORD) problems.push(problem('MICROSOFT_APP_PASSWORD', 'is missing'));
  if (!MICROSOFT_APP_TENANT_ID) problems.push(problem('MICROSOFT_APP_TENANT_ID', 'is missing'));
  return null;
}

function outreachConfig(values: Environment, inSandbox: boolean): OutreachConfig {
  const minute = 60_000;
  return {
    mode: values.OUTREACH_MODE ?? (inSandbox ? 'automatic' : 'supervisor'),
    text: values.OUTREACH_TEXT ?? defaultText,
    approvalMs: values.APPROVAL_MINUTES * minute,
    contactAgainAfterMs: values.CONTACT_AGAIN_AFTER_HOURS * 60 * minute,
    quietHours: values.QUIET_HOURS === undefined ? (inSandbox ? null : nightHours) : values.QUIET_HOURS,
    timeZone: values.TIME_ZONE,
    cobrowseControl: values.COBROWSE_CONTROL === 'on',
    customerTimeZoneAttribute: values.CUSTOMER_TIME_ZONE_ATTRIBUTE,
  };
}

/** 21:00 to 08:00. */
const nightHours = { from: 21 * 60, to: 8 * 60 };
