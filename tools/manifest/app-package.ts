import type { Locale } from '../../bot/locales/locale.ts';
import { AppPackageError } from './app-package-error.ts';
import { commandLists } from './command-lists.ts';
import { fillTemplate } from './fill-template.ts';
import { iconProblems } from './icon-problems.ts';
import { type Template, translatedInto } from './read-template.ts';
import { schemaProblems } from './schema-problems.ts';
import { untranslated } from './untranslated.ts';

/** What makes one package differ from another. */
export interface AppIdentity {
  /** The app (client) id of the bot; also the id of the app in Teams. */
  readonly appId: string;
  /** After the name, where it is not the real app. */
  readonly suffix: string;
  /** Of the product, `1.2.3`. */
  readonly version: string;
  /** Hosts of pages that Teams may open within itself. */
  readonly domains: readonly string[];
}

/**
 * The files of the app package by name: the manifest with commands and languages put in, a file for each other language, the icons.
 * Throws AppPackageError with every reason why Teams would not take it.
 */
export async function appPackage(
  { manifest, publisher, words, icons }: Template,
  { appId, suffix, version, domains }: AppIdentity,
): Promise<ReadonlyMap<string, Buffer>> {
  const values = {
    APP_ID: appId,
    SUFFIX: suffix,
    VERSION: version,
    PUBLISHER_NAME: publisher.name,
    PUBLISHER_WEBSITE: publisher.websiteUrl,
    PUBLISHER_PRIVACY: publisher.privacyUrl,
    PUBLISHER_TERMS: publisher.termsOfUseUrl,
  };
  const problems: string[] = [];
  const fill = (file: string, template: unknown): unknown => {
    const { filled, missing } = fillTemplate(template, values);
    problems.push(...missing.map((name) => `${file}: there is no value for \${{${name}}}.`));
    return filled;
  };

  const [bot] = manifest.bots;
  const english = fill('manifest.json', {
    ...manifest,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: translatedInto.map((locale) => ({ languageTag: locale, file: `${locale}.json` })),
    },
    bots: [{ ...bot, commandLists: commandLists('en') }],
    ...(domains.length === 0 ? {} : { validDomains: domains }),
  });
  problems.push(...named('manifest.json', await schemaProblems('manifest', english)));
  const files = new Map([['manifest.json', json(english)]]);
  for (const [locale, translation] of words) {
    const file = `words/${locale}.json`;
    const translated = fill(file, { ...translation, ...translatedCommands(locale) });
    problems.push(...named(file, await schemaProblems('localization', translated)));
    problems.push(...named(file, untranslated(english, translated)));
    files.set(`${locale}.json`, json(translated));
  }
  problems.push(...iconProblems(manifest.icons, icons));
  for (const [name, icon] of icons) files.set(name, icon);
  if (problems.length > 0) throw new AppPackageError(problems);
  return files;
}

/** The descriptions only: a title is what has to be said to the bot. */
function translatedCommands(locale: Locale): Record<string, string> {
  return Object.fromEntries(
    commandLists(locale).flatMap(({ commands }, list) =>
      commands.map(({ description }, index) => [
        `bots[0].commandLists[${list}].commands[${index}].description`,
        description,
      ]),
    ),
  );
}

function named(file: string, sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `${file}: ${sentence}.`);
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
