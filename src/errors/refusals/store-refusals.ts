import type { KnownRefusal } from './known-refusal.ts';

/** The engine below the store. */
export const storeRefusals: readonly KnownRefusal[] = [
  {
    code: 'store.full',
    by: 'store',
    says: ['SQLITE_FULL', 'ENOSPC', '53100'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.busy',
    by: 'store',
    says: ['SQLITE_BUSY', 'SQLITE_LOCKED', '55P03'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.read-only',
    by: 'store',
    says: ['SQLITE_READONLY', 'EROFS', '25006'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.not-openable',
    by: 'store',
    says: ['SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.disk-fault',
    by: 'store',
    says: ['SQLITE_IOERR', 'EIO', '58030'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.corrupt',
    by: 'store',
    says: ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'XX001', 'XX002'],
    source: 'SQLite result codes',
  },
  {
    code: 'store.database-unreachable',
    by: 'store',
    says: [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'EHOSTUNREACH',
      'ECONNRESET',
      'ETIMEDOUT',
      '08001',
      '08006',
    ],
    source: 'Node.js',
  },
  {
    code: 'store.database-credentials',
    by: 'store',
    says: ['28P01', '28000'],
    source: 'PostgreSQL error codes',
  },
  { code: 'store.database-missing', by: 'store', says: ['3D000'], source: 'PostgreSQL error codes' },
  { code: 'store.database-crowded', by: 'store', says: ['53300'], source: 'PostgreSQL error codes' },
  {
    code: 'store.database-stopping',
    by: 'store',
    says: ['57P01', '57P02', '57P03'],
    source: 'PostgreSQL error codes',
  },
  { code: 'store.database-rights', by: 'store', says: ['42501'], source: 'PostgreSQL error codes' },
];
