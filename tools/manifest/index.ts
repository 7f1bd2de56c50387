import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError } from '../../src/config/config-error.ts';
import { answerHelp } from '../answer-help.ts';
import { appIdentity } from './app-identity.ts';
import { appPackage } from './app-package.ts';
import { AppPackageError } from './app-package-error.ts';
import { readTemplate } from './read-template.ts';
import { report } from './report.ts';
import { zip } from './zip.ts';

const root = new URL('../../', import.meta.url);
const packageFile = z.looseObject({ version: z.string() });

const usage = `Usage: npm run manifest -- [--template <folder>] [--out <file.zip>]
Makes the app package for Teams of the folder's manifest and icons, and of what .env and the environment say.`;

answerHelp(usage);
try {
  const { template, out } = parseArgs({
    options: {
      template: { type: 'string', default: fileURLToPath(new URL('manifest/', root)) },
      out: { type: 'string', default: fileURLToPath(new URL('dist/reachback-teams.zip', root)) },
    },
  }).values;
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { version } = packageFile.parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')));
  const identity = appIdentity(process.env, version);
  const folder = await readTemplate(template);
  const files = await appPackage(folder, identity);
  const archive = await zip(files);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, archive);
  const path = relative(process.cwd(), out);
  console.log(report({ path, archive, files, identity, publisher: folder.publisher }));
} catch (error) {
  if (error instanceof AppPackageError) {
    console.error('The app package was not made, for Teams would not take it:');
    for (const problem of error.problems) console.error(`  ${problem}`);
  } else if (error instanceof ConfigError) {
    console.error(`The app package was not made (${error.code}):\n${error.explain()}`);
  } else console.error('The app package was not made:', error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
