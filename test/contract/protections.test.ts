import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { protections } from '../../tools/prove/protections.ts';

const root = new URL('../../', import.meta.url);

/** That each makes its suite go red is tried by `npm run prove -- --short --without all`, which takes minutes. */
describe('the stand-ins that take a protection out', () => {
  it('are each named once, and none is left over', () => {
    const files = readdirSync(fileURLToPath(new URL('tools/prove/without/', root)));
    deepEqual(files.map((file) => basename(file, '.ts')).sort(), protections.map(({ name }) => name).sort());
  });

  for (const { name, instead } of protections) {
    it(`${name} gives only what ${instead} gives, so that the program runs with it`, async () => {
      const module: object = await import(new URL(instead, root).href);
      const standIn: object = await import(new URL(`tools/prove/without/${name}.ts`, root).href);
      const exported = Object.keys(standIn);
      ok(exported.length > 0);
      deepEqual(
        exported.filter((each) => !(each in module)),
        [],
      );
    });
  }
});
