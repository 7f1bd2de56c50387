import { coded, type Finding, good, warning } from '../finding.ts';

const mebibyte = 1024 * 1024;
const fewBytes = 500 * mebibyte;
const tooFewBytes = 50 * mebibyte;

/** What free space of so many bytes means for a ledger that must be written before anything is sent. Pure. */
export function freeSpace(bytes: number): Finding {
  const free = `${Math.floor(bytes / mebibyte).toLocaleString('en')} MiB are free on the disk of DATA_DIR.`;
  if (bytes < tooFewBytes) return coded('disk', 'problem', 'store.full', {}, free);
  if (bytes < fewBytes)
    return warning(
      'disk',
      free,
      'Free space there, or move DATA_DIR to a larger disk: with none left nothing is sent.',
    );
  return good('disk', free);
}
