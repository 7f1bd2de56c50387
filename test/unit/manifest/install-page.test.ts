import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { welcome } from '../../../bot/locales/en/welcome.ts';
import { variables } from '../../../src/config/variables.ts';
import { catalogue } from '../../../src/errors/catalogue.ts';

const docs = new URL('../../../docs/', import.meta.url);

describe('docs/install.md', () => {
  let page: string;
  before(async () => {
    page = await readFile(new URL('install.md', docs), 'utf8');
  });

  const found = (pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1] ?? '');

  it('names codes and variables there are', () => {
    const codes = found(/`((?:config|start|genesys|teams|outreach)\.[a-z.-]*[a-z])`/g);
    assert.ok(codes.length > 10);
    assert.deepEqual(
      codes.filter((code) => !Object.hasOwn(catalogue, code)),
      [],
    );
    const names = found(/`([A-Z][A-Z_]*[A-Z])(?:=[^`]*)?`/g);
    assert.ok(names.length > 10);
    assert.deepEqual(
      names.filter((name) => !Object.hasOwn(variables, name) && !['POST', 'SIGTERM'].includes(name)),
      [],
    );
  });

  it('leads to pages and headings there are', async () => {
    for (const link of found(/\]\(([^)]+)\)/g)) {
      const [path = '', heading] = link.split('#');
      assert.ok(existsSync(new URL(path, docs)), link);
      if (heading === undefined) continue;
      const headings = (await readFile(new URL(path, docs), 'utf8')).match(/^#+ .*$/gm) ?? [];
      const anchors = headings.map((each) =>
        each
          .replace(/^#+ /, '')
          .toLowerCase()
          .replaceAll(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-'),
      );
      assert.ok(anchors.includes(heading), link);
    }
  });

  it('has the steps npm run manifest sends people to', async () => {
    const report = await readFile(new URL('../tools/manifest/report.ts', docs), 'utf8');
    const sent = [...report.matchAll(/install\.md, step (\d+)/g)].map(([, step]) => Number(step));
    assert.deepEqual(sent, [1, 8]);
    assert.match(page, /^## 1\. The app registration/m);
    assert.match(page, /^## 8\. Upload the package/m);
  });

  it('quotes the bot as it speaks', () => {
    const [quoted = ''] = found(/\| \*(No agent [^*]*)\*/g);
    assert.ok(welcome['welcome.you.none'].startsWith(quoted) && quoted.length > 10);
  });

  it('says of every step whether it was tried', () => {
    for (const step of page.match(/^## \d.*$/gm) ?? []) assert.match(step, / [✔○]$/, step);
  });
});
