import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Locale, locales } from '../../bot/locales/locale.ts';
import { AppPackageError } from './app-package-error.ts';
import { type Publisher, publisherFile } from './publisher.ts';

/** The languages besides that of the manifest itself. */
export const translatedInto = locales.filter((locale) => locale !== 'en');

const manifestFile = z.looseObject({
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([z.looseObject({ botId: z.string() })]),
});
const wordsFile = z.record(z.string(), z.string());

export interface Template {
  readonly manifest: z.infer<typeof manifestFile>;
  readonly publisher: Publisher;
  readonly words: ReadonlyMap<Locale, Readonly<Record<string, string>>>;
  /** By their names in the package. */
  readonly icons: ReadonlyMap<string, Buffer>;
}

/** The files of the manifest folder as they are. Throws AppPackageError with everything that cannot be read. */
export async function readTemplate(folder: string): Promise<Template> {
  const problems: string[] = [];

  async function bytes(name: string): Promise<Buffer> {
    try {
      return await readFile(join(folder, name));
    } catch {
      problems.push(`${name} cannot be read.`);
      return Buffer.alloc(0);
    }
  }

  async function json<T>(name: string, shape: z.ZodType<T>): Promise<T | null> {
    const content = await bytes(name);
    if (content.length === 0) return null;
    const read = shape.safeParse(parsed(content));
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) {
      problems.push(`${[name, ...path].join(' ')}: ${message}.`);
    }
    return null;
  }

  const manifest = await json('manifest.json', manifestFile);
  const publisher = await json('publisher.json', publisherFile);
  const words = new Map<Locale, Readonly<Record<string, string>>>();
  for (const locale of translatedInto) {
    words.set(locale, (await json(`words/${locale}.json`, wordsFile)) ?? {});
  }
  const icons = new Map<string, Buffer>();
  for (const name of Object.values(manifest?.icons ?? {})) icons.set(name, await bytes(name));
  if (manifest === null || publisher === null || problems.length > 0) throw new AppPackageError(problems);
  return { manifest, publisher, words, icons };
}

/** Undefined for what is no JSON: no shape takes that. */
function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}
