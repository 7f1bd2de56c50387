/** Why an import of users cannot begin or go on. What is wrong with one row stands beside the row. */
export const importErrors = {
  'import.file-unreadable': {
    meaning: 'The file of users cannot be read.',
    likely: 'It is not there, is a folder, or belongs to somebody else.',
    next: 'Give the path of an .ndjson or .csv file this account may read.',
    retry: 'never',
  },
  'import.no-user-column': {
    meaning: 'The first line of the CSV file names no column with the users’ ids.',
    likely: 'The file has no header line, or the columns are called otherwise than in the export.',
    next: 'Put a header line first, with userId, id or externalId among its names.',
    retry: 'never',
  },
} as const;
