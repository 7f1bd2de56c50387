import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Chance } from '../chance.ts';
import { spoilCell } from './spoil-cell.ts';

const file = 'reachback.sqlite';

/** Copies the program's database to another directory, one cell spoilt for each chance; says which. */
export async function spoiledCopy(from: string, to: string, chances: readonly Chance[]): Promise<string[]> {
  const original = new DatabaseSync(join(from, file), { readOnly: true });
  await backup(original, join(to, file));
  original.close();
  const copy = new DatabaseSync(join(to, file));
  copy.exec('pragma foreign_keys = off');
  const spoilt = chances.map((chance) => spoilCell(copy, chance));
  copy.close();
  return spoilt;
}
