/** Faults of configuration and start. */
export const configErrors = {
  'config.invalid': {
    meaning: 'The configuration has problems.',
    next: 'Fix each variable listed; .env.example explains every one of them.',
    retry: 'never',
  },
  'start.connecting': {
    meaning: 'The connection to Genesys Cloud is being made.',
    next: 'Nothing to do: it takes a moment.',
    retry: 'safe',
  },
  'start.failed': {
    meaning: 'The start ran into something this version does not know.',
    next: 'It is tried again; report the cause in the log if it stays.',
    retry: 'safe',
  },
  'start.sandbox-failed': {
    meaning: 'The sandbox did not start.',
    next: 'Look at its output above; if its port is taken, set SANDBOX_PORT to a free one.',
    retry: 'safe',
  },
  'start.port-taken': {
    meaning: 'The port is already in use.',
    next: 'Stop the other program or set PORT to a free one.',
    retry: 'safe',
  },
} as const;
