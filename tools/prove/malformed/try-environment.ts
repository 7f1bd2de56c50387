import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDirectory } from '../../program/temporary-directory.ts';
import type { Edge } from './edge.ts';
import { mangleBytes } from './mangle-bytes.ts';
import { startAnew } from './start-anew.ts';

const example = new URL('../../../.env.example', import.meta.url);

/** Variables of the environment and lines of .env that make no sense: refused as config.invalid, or harmless. */
export const tryEnvironment: Edge = {
  name: 'environment',
  count: { short: 10, full: 60 },
  batch: 2,
  async attempt({ world, chance }, numbers) {
    const names = [...(await readFile(example, 'utf8')).matchAll(/^#?\s?([A-Z_]{4,})=/gm)].map(
      ([, name = '']) => name,
    );
    const wrong = await Promise.all(
      numbers.map(async (number) => {
        const drawn = chance('environment', number);
        const name = names[drawn.below(names.length)] ?? 'PORT';
        const usual = Buffer.from(
          world.env[name] ?? drawn.pick(['5', 'on', 'https://x.example', 'a,b', '22:00-08:00']),
        );
        const value = mangleBytes(usual, drawn).toString('latin1').replaceAll('\0', '');
        const directory = await temporaryDirectory();
        const base: Record<string, string> = {
          ...world.env,
          PORT: '0',
          DATA_DIR: join(directory.path, 'data'),
          SANDBOX_PORT: '0',
        };
        const inFile = drawn.below(3) === 0;
        const { [name]: _, ...others } = { [name]: '', ...base };
        if (inFile) await writeFile(join(directory.path, '.env'), `${name}=${value}\n`);
        const what = await startAnew(inFile ? others : { ...base, [name]: value }, directory.path);
        await directory.remove();
        return what === null ? [] : [`${name}=${JSON.stringify(value).slice(0, 80)}: ${what}`];
      }),
    );
    return wrong.flat();
  },
};
