/** Faults of configuration and start. */
export const configErrors = {
  'config.invalid': {
    meaning: 'The configuration has problems.',
    likely: 'A required variable is empty, misspelt, or belongs with another one that is missing.',
    next: 'Fix each variable listed; .env.example explains every one of them.',
    retry: 'never',
  },
  'start.connecting': {
    meaning: 'The connection to Genesys Cloud is being made.',
    likely: 'The program was started a moment ago.',
    next: 'Nothing to do: it takes a moment.',
    retry: 'safe',
  },
  'start.failed': {
    meaning: 'The start ran into something this version does not know.',
    likely: 'A library or the operating system refused something at start that no other code covers.',
    next: 'It is tried again; report the cause in the log if it stays.',
    retry: 'safe',
  },
  'start.sandbox-failed': {
    meaning: 'The sandbox did not start.',
    likely: 'The port of the sandbox is taken, or its data directory cannot be written.',
    next: 'Look at its output above; if its port is taken, set SANDBOX_PORT to a free one.',
    retry: 'safe',
  },
  'start.port-taken': {
    meaning: 'The port is already in use.',
    likely: 'Another Reachback, or another web server, is running on this machine.',
    next: 'Stop the other program or set PORT to a free one.',
    retry: 'safe',
  },
} as const;
