import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory and those above it. Level by level: Node's own recursive way never ends on a file system that answers
 * "no such file" to every mkdir, such as /proc. Throws what mkdir throws.
 */
export function makeDirectory(directory: string): void {
  const place = resolve(directory);
  if (existsSync(place)) return;
  if (dirname(place) !== place) makeDirectory(dirname(place));
  mkdirSync(place);
}
