/** What goes wrong at the ways into the process that are not Teams' own. */
export const doorErrors = {
  'door.failed': {
    meaning: 'Something went wrong in answering a request that nobody foresaw.',
    likely: 'A fault of this program, or a store that could not be reached just then.',
    next: 'Read the cause in the log under this code, and report it if it comes again.',
    retry: 'safe',
  },
  'door.body-refused': {
    meaning: 'The body of a request is compressed or larger than 256 KB, and was not read.',
    likely:
      'The caller is set to compress what it sends, or something else than the documented caller writes here.',
    next: 'Let the caller send its body as it is, below 256 KB.',
    retry: 'never',
  },
} as const;
