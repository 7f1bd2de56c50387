const group = 'Widget';

/** What each variable of the widget's backend is for. */
export const widgetNotes = {
  WIDGET_ORIGINS: {
    group,
    meaning:
      'The pages a widget of your own may ask for tokens from (docs/widget.md). Without it there is no such door; in the sandbox every page of this machine may ask.',
    fix: 'Write origins, separated by commas: scheme, host and port, without a path.',
    example: 'https://shop.example.com,https://www.example.com',
  },
  WIDGET_DEPLOYMENT_ID: {
    group,
    meaning: 'The messenger deployment its guests write on.',
    fix: 'Genesys Admin > Message > Messenger Deployments: copy the deployment key of the snippet.',
    example: '00000000-0000-0000-0000-000000000000',
  },
  WIDGET_MESSAGING_URL: {
    group,
    meaning: 'Overrides where guests connect.',
    fix: 'Write it as wss://webmessaging.<domain>/v1, or leave it out.',
    example: 'wss://webmessaging.mypurecloud.de/v1',
  },
  WIDGET_SECRETS: {
    group,
    meaning:
      'Secrets shared with your site’s server, which signs who the customer is (HS256). Several hold at once, so that they can be changed without a gap.',
    fix: 'Write name:secret, separated by commas; a secret has at least 32 characters.',
    example: '2026-11:thirty-two-characters-or-more-of-chance',
  },
  WIDGET_JWKS_URL: {
    group,
    meaning: 'Where your site’s server publishes its public keys instead (RS256, PS256, ES256, EdDSA).',
    fix: 'Give an https address that answers with a JWKS.',
    example: 'https://shop.example.com/.well-known/jwks.json',
  },
  WIDGET_AUDIENCE: {
    group,
    meaning: 'What an assertion must say in aud.',
    fix: 'Choose a text, such as this program’s address, and sign with it.',
    example: 'https://reachback.example.com',
  },
  WIDGET_ISSUER: {
    group,
    meaning: 'What an assertion must say in iss.',
    fix: 'Choose a text, such as your site’s address, and sign with it.',
    example: 'https://shop.example.com',
  },
  WIDGET_ANONYMOUS: {
    group,
    meaning: 'on: guests without an assertion are served as well. Default off; on in the sandbox.',
    fix: 'Use on or off.',
    example: 'off',
  },
  WIDGET_NEW_USERS: {
    group,
    meaning: 'create: a user without an external contact gets one (default). refuse: only those there are.',
    fix: 'Use create or refuse.',
    example: 'create',
  },
  WIDGET_USER_SOURCE: {
    group,
    meaning: 'The external source under which contacts keep the user’s id (sub); made once. Default Zendesk.',
    fix: 'Give a name of at most 200 characters.',
    example: 'Zendesk',
  },
  WIDGET_EXTERNAL_ID_SOURCE: {
    group,
    meaning: 'The external source of external_id. Default CRM.',
    fix: 'Give a name of at most 200 characters, another than WIDGET_USER_SOURCE.',
    example: 'CRM',
  },
  WIDGET_TOKEN_SECONDS: {
    group,
    meaning: 'How long a token lives before the widget renews it; default five minutes.',
    fix: 'Give seconds, 60 to 3600.',
    example: '300',
  },
  WIDGET_KEYS: {
    group,
    meaning:
      'Keys this program signs tokens and seals sign-ins with: the first is used, all of them hold. Without it they are kept in DATA_DIR and changed every 30 days; with DATABASE_URL it is needed.',
    fix: 'Write name:secret, separated by commas, the new one first; a secret has at least 32 characters.',
    example: '2026-11:thirty-two-characters-or-more-of-chance',
  },
  WIDGET_PER_ADDRESS: {
    group,
    meaning: 'How many requests a minute one address may make.',
    fix: 'Give a number, 1 to 1000000.',
    example: '60',
  },
  WIDGET_PER_USER: {
    group,
    meaning: 'How many requests a minute one user may make.',
    fix: 'Give a number, 1 to 1000000.',
    example: '20',
  },
  WIDGET_PROXIES: {
    group,
    meaning:
      'How many proxies stand in front of this program and add to X-Forwarded-For; 0: that header is not believed.',
    fix: 'Give a number, 0 to 10.',
    example: '1',
  },
} as const;
