import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseCommand } from '../../../bot/commands/parse-command.ts';
import { locales } from '../../../bot/locales/locale.ts';
import { ConfigError } from '../../../src/config/config-error.ts';
import { appIdentity } from '../../../tools/manifest/app-identity.ts';
import { appPackage } from '../../../tools/manifest/app-package.ts';
import { AppPackageError } from '../../../tools/manifest/app-package-error.ts';
import { pngHeader } from '../../../tools/manifest/png-header.ts';
import { readTemplate, type Template } from '../../../tools/manifest/read-template.ts';
import { report } from '../../../tools/manifest/report.ts';
import { schemaProblems } from '../../../tools/manifest/schema-problems.ts';
import { zip } from '../../../tools/manifest/zip.ts';
import { everyCommand } from '../../support/every-command.ts';
import { pngPixels } from '../../support/png-pixels.ts';
import { readZip } from '../../support/read-zip.ts';

const folder = fileURLToPath(new URL('../../../manifest/', import.meta.url));
const appId = '0b6f3c52-7d1e-4a2b-9c3d-1e2f3a4b5c6d';
const real = appIdentity({ MICROSOFT_APP_ID: appId }, '1.2.3');

const lists = z.object({
  id: z.string(),
  version: z.string(),
  name: z.object({ short: z.string() }),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) }),
      ),
    }),
  ]),
  composeExtensions: z.tuple([
    z.object({ botId: z.string(), commands: z.tuple([z.object({ id: z.string(), type: z.string() })]) }),
  ]),
  localizationInfo: z.object({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
});

/** Where a value goes, as the template writes it. */
const place = (name: string) => `\${{${name}}}`;

describe('the Teams app package', () => {
  let template: Template;
  let files: ReadonlyMap<string, Buffer>;
  before(async () => {
    template = await readTemplate(folder);
    files = await appPackage(template, real);
  });

  const read = (name: string): unknown => JSON.parse(files.get(name)?.toString('utf8') ?? 'null');

  /** Why a template with these changes is not made into a package. */
  async function problemsOf(changes: Partial<Template>): Promise<readonly string[]> {
    try {
      await appPackage({ ...template, ...changes }, real);
    } catch (error) {
      assert.ok(error instanceof AppPackageError);
      return error.problems;
    }
    return [];
  }

  const withManifest = (changes: Record<string, unknown>) =>
    problemsOf({ manifest: { ...template.manifest, ...changes } });

  it('is what Teams’ own schema asks for, in every language', async () => {
    assert.deepEqual(await schemaProblems('manifest', read('manifest.json')), []);
    for (const locale of locales.filter((each) => each !== 'en')) {
      assert.deepEqual(await schemaProblems('localization', read(`${locale}.json`)), [], locale);
    }
  });

  it('names the app of MICROSOFT_APP_ID everywhere, and the version of the product', () => {
    const manifest = lists.parse(read('manifest.json'));
    assert.equal(manifest.id, appId);
    assert.equal(manifest.version, '1.2.3');
    assert.equal(manifest.name.short, 'Reachback');
    assert.equal(manifest.bots[0].botId, appId);
    assert.equal(manifest.composeExtensions[0].botId, appId);
    for (const file of files.values()) assert.ok(!file.includes(place('').slice(0, 3)));
  });

  it('is the bot in personal chats and teams, with one search command', () => {
    const { bots, composeExtensions } = lists.parse(read('manifest.json'));
    assert.deepEqual(bots[0].scopes, ['personal', 'team']);
    assert.deepEqual(composeExtensions[0].commands, [{ id: 'customers', type: 'query' }]);
  });

  it('offers commands the bot understands, each as one', () => {
    const [{ commandLists }] = lists.parse(read('manifest.json')).bots;
    assert.deepEqual(
      commandLists.map(({ scopes }) => scopes),
      [['personal'], ['team']],
    );
    for (const { commands } of commandLists) {
      assert.ok(commands.length <= 10, 'no more can be translated');
      for (const { title } of commands) {
        assert.deepEqual(parseCommand(title), { kind: 'command', name: title, rest: '' });
      }
    }
  });

  it('leaves out only commands that are said seldom', () => {
    const [{ commandLists }] = lists.parse(read('manifest.json')).bots;
    const offered = new Set(commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)));
    assert.deepEqual(
      everyCommand.filter((name) => !offered.has(name)),
      [
        'away',
        'busy',
        'break',
        'meal',
        'meeting',
        'training',
        'offline',
        'link',
        'unlink',
        'sign in',
        'sign out',
      ],
    );
  });

  it('is translated as a whole, and the names of commands never', () => {
    const { additionalLanguages } = lists.parse(read('manifest.json')).localizationInfo;
    assert.deepEqual(
      additionalLanguages.map(({ languageTag }) => languageTag),
      locales.filter((locale) => locale !== 'en'),
    );
    const english = Object.keys(Object(read('de.json'))).sort();
    for (const { file } of additionalLanguages) {
      const translation = z.record(z.string(), z.string()).parse(read(file));
      assert.deepEqual(Object.keys(translation).sort(), english, file);
      assert.ok(
        !Object.keys(translation).some((key) => /commands\[\d\]\.title/.test(key) && key.startsWith('bots')),
      );
    }
  });

  it('says what a translation lacks or has too much', async () => {
    const german = { ...template.words.get('de') };
    delete german['composeExtensions[0].commands[0].description'];
    const words = new Map([...template.words, ['de' as const, { ...german, 'staticTabs[0].name': 'x' }]]);
    assert.deepEqual(await problemsOf({ words }), [
      'words/de.json: composeExtensions[0].commands[0].description is not translated.',
      'words/de.json: staticTabs[0].name is nothing in the manifest.',
    ]);
    const tooLong = { ...template.words.get('ja'), 'description.short': '長'.repeat(81) };
    assert.match(
      (await problemsOf({ words: new Map([...template.words, ['ja' as const, tooLong]]) })).join(),
      /words\/ja\.json: description\.short: must NOT have more than 80 characters/,
    );
  });

  it('is not made of a template Teams would not take, and says every reason', async () => {
    assert.match(
      (await withManifest({ accentColor: 'purple', extra: 1 })).join('\n'),
      /whole.*additional properties \(extra\)\.\n.*accentColor: must match pattern/s,
    );
    assert.match((await withManifest({ description: undefined })).join(), /required property 'description'/);
    assert.deepEqual(await withManifest({ name: { short: place('COMPANY'), full: 'Reachback' } }), [
      `manifest.json: there is no value for ${place('COMPANY')}.`,
    ]);
  });

  it('has the icons at Teams’ sizes; the outline is white on nothing, with something to see', () => {
    const outline = files.get('outline.png') ?? Buffer.alloc(0);
    assert.deepEqual(pngHeader(files.get('color.png') ?? Buffer.alloc(0)), {
      width: 192,
      height: 192,
      alpha: false,
    });
    assert.deepEqual(pngHeader(outline), { width: 32, height: 32, alpha: true });
    const seen = pngPixels(outline).filter(([, , , alpha]) => alpha > 0);
    assert.ok(
      seen.every(([red, green, blue]) => red > 250 && green > 250 && blue > 250),
      'white',
    );
    assert.ok(seen.length > 32 * 32 * 0.15 && seen.length < 32 * 32 * 0.5, `${seen.length} pixels`);
  });

  it('refuses icons of another size or kind', async () => {
    const color = template.icons.get('color.png') ?? Buffer.alloc(0);
    const icons = new Map([
      ['color.png', Buffer.from('GIF89a')],
      ['outline.png', color],
    ]);
    assert.deepEqual(await problemsOf({ icons }), [
      'color.png is not a PNG file.',
      'outline.png is 192 × 192 pixels, not 32 × 32.',
      'outline.png is not transparent.',
    ]);
  });

  it('is the same zip, byte for byte, each time, and reads back as it was', async () => {
    const archive = await zip(files);
    assert.ok(archive.equals(await zip(await appPackage(await readTemplate(folder), real))));
    const inside = readZip(archive);
    assert.deepEqual([...inside.keys()], [...files.keys()]);
    for (const [name, content] of inside) assert.ok(files.get(name)?.equals(content), name);
  });

  it('without an app id is one that shows in its name what it is', async () => {
    const sandbox = appIdentity({}, '1.2.3');
    const made = await appPackage(template, sandbox);
    const manifest = lists.parse(JSON.parse(made.get('manifest.json')?.toString('utf8') ?? ''));
    assert.equal(manifest.name.short, 'Reachback (sandbox)');
    assert.equal(manifest.id, appIdentity({ MICROSOFT_APP_ID: '' }, '9.9.9').appId);
    assert.notEqual(manifest.id, appId);
  });

  it('lets Teams open pages of PUBLIC_URL, and of no other place', async () => {
    const at = (PUBLIC_URL: string) => appIdentity({ MICROSOFT_APP_ID: appId, PUBLIC_URL }, '1.2.3');
    const made = await appPackage(template, at('https://Bot.Contoso.test:8443/reachback/'));
    const manifest: unknown = JSON.parse(made.get('manifest.json')?.toString('utf8') ?? '');
    assert.partialDeepStrictEqual(manifest, { validDomains: ['bot.contoso.test'] });
    assert.deepEqual(await schemaProblems('manifest', manifest), []);
    assert.deepEqual(at('http://127.0.0.1:3978').domains, []);
    assert.ok(!Object.hasOwn(Object(read('manifest.json')), 'validDomains'));
    assert.throws(() => at('ftp://x'), /config|problems/);
  });

  it('refuses an app id that is none', () => {
    assert.throws(
      () => appIdentity({ MICROSOFT_APP_ID: 'my-bot' }, '1.2.3'),
      (error) => error instanceof ConfigError && /MICROSOFT_APP_ID is not a GUID/.test(error.explain()),
    );
  });

  it('says what it made, and loudly that nobody is named as its publisher', async () => {
    const made = { path: 'dist/x.zip', archive: Buffer.from('x'), files, identity: real };
    const own = {
      name: 'Contoso',
      websiteUrl: 'https://a.test',
      privacyUrl: 'https://a.test/p',
      termsOfUseUrl: 'https://a.test/t',
    };
    const unset = report({ ...made, publisher: template.publisher });
    assert.match(unset, new RegExp(`Reachback 1\\.2\\.3, id ${appId}`));
    assert.match(unset, /THE PUBLISHER IS NOT SET/);
    assert.match(unset, /Next: Teams admin center/);
    const set = report({ ...made, publisher: own });
    assert.doesNotMatch(set, /!/);
    assert.match(
      report({ ...made, identity: appIdentity({}, '1'), publisher: own }),
      /! MICROSOFT_APP_ID is not set/,
    );
  });

  it('comes with nobody as its publisher', async () => {
    const publisher = JSON.parse(await readFile(`${folder}publisher.json`, 'utf8'));
    assert.equal(publisher.name, 'Publisher not set');
  });
});
