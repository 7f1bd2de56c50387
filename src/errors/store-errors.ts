/** Faults of the store. */
export const storeErrors = {
  'store.locked': {
    meaning: 'Another Reachback process owns this data directory.',
    likely:
      'Another Reachback process is still running on it, often the one a deployment should have stopped.',
    next: 'Stop the other process, or give this one its own DATA_DIR. For several instances set DATABASE_URL.',
    retry: 'never',
  },
  'store.full': {
    meaning: 'The disk holding the store is full; nothing is sent that could not be written down first.',
    likely: 'Logs, backups or another program filled the disk.',
    next: 'Free space on the disk of DATA_DIR; work goes on by itself.',
    retry: 'safe',
  },
  'store.unavailable': {
    meaning: 'The store cannot be reached or written.',
    likely: 'The directory belongs to another user or is mounted read-only, or the database server is down.',
    next: 'Check DATA_DIR is writable, or that the PostgreSQL of DATABASE_URL is up.',
    retry: 'safe',
  },
  'store.row-invalid': {
    meaning: 'A stored row does not have the shape this version writes.',
    likely:
      'A newer version wrote it before this older one was started, or somebody edited the database by hand.',
    next: 'Do not downgrade over newer data; restore the backup that matches this version.',
    retry: 'never',
  },
} as const;
