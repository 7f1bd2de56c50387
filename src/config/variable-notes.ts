import type { VariableName } from './variables.ts';
import { widgetNotes } from './widget-notes.ts';

export interface VariableNote {
  readonly group: 'Process' | 'Genesys Cloud' | 'Microsoft Teams' | 'Outreach' | 'Widget';
  /** What it is for and what happens without it. */
  readonly meaning: string;
  /** Where to find or how to write a right value. */
  readonly fix: string;
  /** As it stands in .env.example. */
  readonly example: string;
}

/** What each variable is for: .env.example and every complaint about the configuration are written from this. */
export const variableNotes: Record<VariableName, VariableNote> = {
  PORT: {
    group: 'Process',
    meaning: 'Where Teams reaches the bot: POST /api/messages, GET /readyz.',
    fix: 'Give a free TCP port, 0 to 65535.',
    example: '3978',
  },
  HOST: {
    group: 'Process',
    meaning: 'The address to listen on. Default 0.0.0.0 with Teams credentials, else 127.0.0.1.',
    fix: 'Give an IP address; without Teams credentials only a loopback one is taken.',
    example: '0.0.0.0',
  },
  DATA_DIR: {
    group: 'Process',
    meaning: 'The directory of the ledger (SQLite). Keep it on a disk that survives a redeployment.',
    fix: 'Give a directory this process may write to.',
    example: './data',
  },
  DATABASE_URL: {
    group: 'Process',
    meaning: 'Use PostgreSQL instead of SQLite.',
    fix: 'Write it as postgres://user:password@host:5432/database.',
    example: 'postgres://reachback:password@db.example:5432/reachback',
  },
  LOG_LEVEL: {
    group: 'Process',
    meaning: 'How much is logged.',
    fix: 'Use one of fatal, error, warn, info, debug, trace, silent.',
    example: 'info',
  },
  GENESYS_REGION: {
    group: 'Genesys Cloud',
    meaning:
      'The region of your organisation. With no GENESYS variable at all the built-in sandbox is started.',
    fix: 'Use the domain you log in at, such as mypurecloud.de, or its AWS name, such as eu_central_1.',
    example: 'mypurecloud.de',
  },
  GENESYS_CLIENT_ID: {
    group: 'Genesys Cloud',
    meaning: 'The OAuth client (grant type Client Credentials) Reachback works as.',
    fix: 'Genesys Admin > Integrations > OAuth: create a client and copy its Client ID.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  GENESYS_CLIENT_SECRET: {
    group: 'Genesys Cloud',
    meaning: 'The secret of that client.',
    fix: 'Copy the Client Secret of the same OAuth client.',
    example: 'the-client-secret',
  },
  GENESYS_API_URL: {
    group: 'Genesys Cloud',
    meaning: 'Overrides the REST host of the region.',
    fix: 'Write it as https://api.<domain>, or leave it out.',
    example: 'https://api.mypurecloud.de',
  },
  GENESYS_LOGIN_URL: {
    group: 'Genesys Cloud',
    meaning: 'Overrides the login host of the region.',
    fix: 'Write it as https://login.<domain>, or leave it out.',
    example: 'https://login.mypurecloud.de',
  },
  GENESYS_QUEUES: {
    group: 'Genesys Cloud',
    meaning: 'The queues whose members are watched; default every queue.',
    fix: 'Write names or ids, separated by commas.',
    example: 'Sales,Support',
  },
  GENESYS_SIGN_IN_CLIENT_ID: {
    group: 'Genesys Cloud',
    meaning:
      'The OAuth client (grant type Code Authorization) through which agents sign in as themselves, to reply to customers from Teams. Without it they reply in Genesys Cloud.',
    fix: 'Genesys Admin > Integrations > OAuth: create a client with PUBLIC_URL/genesys/signed-in as its redirect address, and copy its Client ID.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  GENESYS_SIGN_IN_CLIENT_SECRET: {
    group: 'Genesys Cloud',
    meaning:
      'The secret of that client. With it sign-ins are renewed by themselves; without it agents sign in again when theirs ends.',
    fix: 'Copy the Client Secret of the same OAuth client, or leave it out.',
    example: 'the-client-secret',
  },
  PUBLIC_URL: {
    group: 'Process',
    meaning: 'Where browsers reach this program; agents come back there from signing in.',
    fix: 'Write the https address in front of /api/messages, such as https://reachback.example.com.',
    example: 'https://reachback.example.com',
  },
  WEBHOOK_URL: {
    group: 'Genesys Cloud',
    meaning:
      'Where another system, such as one that makes tickets, is told that a conversation started or ended. Without it nobody is told.',
    fix: 'Give the https address of the receiver, exactly as it expects it, without a user name.',
    example: 'https://tickets.example.com/hooks/reachback',
  },
  WEBHOOK_SECRETS: {
    group: 'Genesys Cloud',
    meaning: 'What these messages are signed with; several while one is being replaced by another.',
    fix: 'Make one with openssl rand -hex 32, give it to the receiver as well; separate several by commas.',
    example: 'a-random-secret-of-at-least-24-characters',
  },
  WEBHOOK_EVENTS: {
    group: 'Genesys Cloud',
    meaning: 'What is told; default both.',
    fix: 'Write started, ended, or both separated by a comma.',
    example: 'started,ended',
  },
  PARTNERS_FILE: {
    group: 'Genesys Cloud',
    meaning:
      'The partner organisations conversations may be handed to, as JSON (docs/hand-off.md). Not set: those supervisors register in Teams; in the sandbox its second organisation, too.',
    fix: 'Give the path of a file as docs/hand-off.md shows it.',
    example: './partners.json',
  },
  HAND_OFF_KEY_FILE: {
    group: 'Genesys Cloud',
    meaning:
      'The private Ed25519 key (JWK) our hand-off tickets are signed with. Not set: one is made in DATA_DIR; several instances need the same.',
    fix: 'Give the path of a file with a JWK of kty OKP, crv Ed25519, with d.',
    example: './hand-off-key.json',
  },
  SANDBOX_PORT: {
    group: 'Process',
    meaning: 'Where the sandbox and its control room are served.',
    fix: 'Give a free TCP port, 0 to 65535.',
    example: '3979',
  },
  MICROSOFT_APP_ID: {
    group: 'Microsoft Teams',
    meaning: 'The app (client) id of the Azure Bot.',
    fix: 'Azure portal > your Azure Bot > Configuration > Microsoft App ID.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  MICROSOFT_APP_PASSWORD: {
    group: 'Microsoft Teams',
    meaning: 'A client secret of that app.',
    fix: 'Azure portal > App registrations > your app > Certificates & secrets.',
    example: 'the-client-secret',
  },
  MICROSOFT_APP_TENANT_ID: {
    group: 'Microsoft Teams',
    meaning: 'The tenant of that app; activities of other tenants are refused.',
    fix: 'Azure portal > your Azure Bot > Configuration > App Tenant ID.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  TEAMS_AUTH: {
    group: 'Microsoft Teams',
    meaning: 'off: run without Teams credentials, on a loopback address only (playground, tests).',
    fix: 'Use on or off.',
    example: 'on',
  },
  SUPERVISORS: {
    group: 'Microsoft Teams',
    meaning: 'Who may approve, decline and pause for everyone.',
    fix: 'Write e-mail addresses, separated by commas.',
    example: 'sam@example.com,alex@example.com',
  },
  DEFAULT_LANGUAGE: {
    group: 'Microsoft Teams',
    meaning:
      'What the bot speaks in a conversation of which Teams tells no language, and where nobody chose one; default en.',
    fix: 'Use one of en, de, fr, es, ja.',
    example: 'en',
  },
  SUPERVISOR_TEAM: {
    group: 'Microsoft Teams',
    meaning:
      'The team whose owners may do the same. Read from Microsoft Graph (application permission GroupMember.Read.All), again every ten minutes.',
    fix: 'Give the id of the Entra group of the team: Entra admin center > Groups > the team > Object Id.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  OUTREACH_MODE: {
    group: 'Outreach',
    meaning:
      'supervisor: nothing is sent before somebody approves (default). automatic: sent at once (default in the sandbox). Mode, text, limits, quiet hours and time zone are what holds at first: supervisors change them in Teams with “policy”, and what they set there stands above these values.',
    fix: 'Use automatic or supervisor.',
    example: 'supervisor',
  },
  OUTREACH_TEXT: {
    group: 'Outreach',
    meaning: 'What is written to the customer, as an ICU message with {customer}, {agent} and {queue}.',
    fix: 'Keep it under 2,000 characters; {customer, select, none {Hello} other {Hello {customer}}} handles visitors without a name.',
    example:
      '{customer, select, none {Hello} other {Hello {customer}}}, this is {agent}. Can I help you further?',
  },
  APPROVAL_MINUTES: {
    group: 'Outreach',
    meaning: 'After how long an approval nobody gave lapses.',
    fix: 'Give minutes, 1 to 1440.',
    example: '10',
  },
  CONTACT_AGAIN_AFTER_HOURS: {
    group: 'Outreach',
    meaning: 'How long a customer is left alone after a message.',
    fix: 'Give hours, 1 to 8760.',
    example: '24',
  },
  QUIET_HOURS: {
    group: 'Outreach',
    meaning:
      'When nobody is written to, by the clock of the customer. Default 21:00-08:00; off in the sandbox.',
    fix: 'Write it as 21:00-08:00, or off.',
    example: '21:00-08:00',
  },
  TIME_ZONE: {
    group: 'Outreach',
    meaning: 'The clock that counts for customers whose own time zone is not known.',
    fix: 'Use an IANA name such as Europe/Berlin.',
    example: 'Europe/Berlin',
  },
  COBROWSE_CONTROL: {
    group: 'Outreach',
    meaning:
      'Whether agents may act on a customer’s page in a cobrowse session, where the messenger configuration allows it, too. Off: they only look.',
    fix: 'Use on or off.',
    example: 'off',
  },
  CUSTOMER_TIME_ZONE_ATTRIBUTE: {
    group: 'Outreach',
    meaning:
      "The conversation attribute that holds the customer's time zone (an IANA name), set by your site or flow.",
    fix: 'Give the name of the attribute.',
    example: 'timeZone',
  },
  ...widgetNotes,
};
