/** Faults of configuration and start. */
export const configErrors = {
  'config.invalid': {
    meaning: 'The configuration has problems.',
    next: 'Fix each variable listed; .env.example explains every one of them.',
    retry: 'never',
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
