import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { type CatalogueEntry, catalogue, type ErrorCode } from '../../../src/errors/catalogue.ts';
import { isErrorCode } from '../../../src/errors/is-error-code.ts';
import { knownRefusals } from '../../../src/errors/refusals/known-refusals.ts';

const root = new URL('../../../', import.meta.url);

/** What the product's files say, but for the catalogue and the sandbox. */
async function productSource(): Promise<string> {
  const files = ['src', 'bot', 'tools/doctor', 'tools/import-users'].map(async (folder) =>
    (await readdir(new URL(`${folder}/`, root), { recursive: true }))
      .filter((name) => name.endsWith('.ts') && !/^(?:errors|sandbox)\//.test(name))
      .map((name) => readFile(new URL(`${folder}/${name}`, root), 'utf8')),
  );
  return (await Promise.all((await Promise.all(files)).flat())).join('\n');
}

describe('the error catalogue', () => {
  const entries: [string, CatalogueEntry][] = Object.entries(catalogue);

  it('says of every code what it means, what likely brought it about and what to do, in sentences', () => {
    for (const [code, { meaning, likely, next }] of entries)
      for (const text of [meaning, likely, next])
        ok(/^[A-Z].{8,}[.…]$/.test(text) && !text.includes('  '), `${code}: ${text}`);
  });

  it('names every code like its platform and subject', () => {
    for (const [code] of entries) ok(/^[a-z]+(?:\.[a-z]+(?:-[a-z]+)*){1,2}$/.test(code), code);
  });

  it('makes a case only of a code there is, without end in itself', () => {
    for (const [code] of entries) {
      let at: string | undefined = code;
      const way: string[] = [];
      while (at !== undefined) {
        ok(isErrorCode(at) && !way.includes(at), `${code} is a case of ${at}`);
        way.push(at);
        const { of }: CatalogueEntry = catalogue[at];
        at = of;
      }
    }
  });

  it('has no two codes that say the same', () => {
    const meanings = entries.map(([, { meaning }]) => meaning);
    equal(new Set(meanings).size, meanings.length);
  });

  it('has no code that nothing leads to', async () => {
    const source = await productSource();
    const known = new Set<string>(knownRefusals.map(({ code }) => code));
    deepEqual(
      entries.map(([code]) => code).filter((code) => !known.has(code) && !source.includes(`'${code}'`)),
      [],
    );
  });

  it('has no code that no test meets: in the table, whose every row is tried, or by its name', async () => {
    const files = (await readdir(new URL('test/', root), { recursive: true })).filter((name) =>
      name.endsWith('.test.ts'),
    );
    const tests = (await Promise.all(files.map((name) => readFile(new URL(`test/${name}`, root), 'utf8'))))
      .join('\n')
      .replaceAll('\\.', '.');
    const known = new Set<string>(knownRefusals.map(({ code }) => code));
    deepEqual(
      entries.map(([code]) => code).filter((code) => !known.has(code) && !tests.includes(code)),
      [],
    );
  });

  it('lets nothing be tried again that may have reached a customer, and nothing that was refused', () => {
    const retryOf = (code: ErrorCode) => catalogue[code].retry;
    for (const { code, by, status = [] } of knownRefusals.filter((row) => row.by === 'genesys')) {
      for (const each of status) {
        const mayBe =
          each >= 500 || each === 408
            ? ['unknown']
            : [401, 429].includes(each)
              ? ['safe', 'never']
              : ['never'];
        ok(mayBe.includes(retryOf(code)), `${by} ${each} ${code}`);
      }
    }
  });
});
