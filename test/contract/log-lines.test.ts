import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';

/** A store that fails is no exchange with the platform. */
const exempt = new Set(['src/delivery/delivery.ts']);

/** The arguments of every call of the log in a source, as written. */
function logCalls(source: string): string[] {
  return [...source.matchAll(/\blog(?:\.(?:debug|info|warn|error)|\[\w+\])\(/g)].map(({ index, 0: call }) => {
    let open = 1;
    let at = index + call.length;
    for (; open > 0 && at < source.length; at += 1) {
      if (source[at] === '(') open += 1;
      if (source[at] === ')') open -= 1;
    }
    return source.slice(index, at);
  });
}

describe('lines of the log about a failure', () => {
  it('carry its facts, and so the platform’s id of the exchange, beside its code', async () => {
    const root = new URL('../../', import.meta.url);
    const bare: string[] = [];
    for (const folder of ['src', 'bot'])
      for (const name of await readdir(new URL(`${folder}/`, root), { recursive: true })) {
        const file = `${folder}/${name}`;
        if (!name.endsWith('.ts') || name.startsWith('sandbox/') || exempt.has(file)) continue;
        for (const call of logCalls(await readFile(new URL(file, root), 'utf8')))
          if (/code: (?:cause|error|failure|thrown)\.code/.test(call) && !/\bfacts\b|\berr: /.test(call))
            bare.push(`${file}: ${call}`);
      }
    assert.deepEqual(bare, []);
  });
});
