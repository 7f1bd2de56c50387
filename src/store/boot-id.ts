import { readFileSync } from 'node:fs';

/** Another one each time the computer starts, the same for every container on it; null where that is not told (not on Linux). */
export function bootId(): string | null {
  try {
    const id = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return /^[\w-]+$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
