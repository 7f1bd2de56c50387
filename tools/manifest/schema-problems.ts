import { readFile } from 'node:fs/promises';
import type { ErrorObject } from 'ajv';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

/** The version of Teams' schema the manifest is written for. */
export const schemaVersion = '1.25';

const schemas = {
  manifest: import.meta.resolve(
    '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
  ),
  localization: import.meta.resolve(
    '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
  ),
};

/**
 * What Teams' own schema says against a document, one sentence each; nothing for a valid one. The schemas are those Microsoft ships in
 * @microsoft/app-manifest: no network.
 */
export async function schemaProblems(
  name: keyof typeof schemas,
  document: unknown,
): Promise<readonly string[]> {
  // Patterns of the localisation schema are no regular expressions by the strict rules of `u`.
  const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const text = await readFile(new URL(schemas[name]), 'utf8');
  const validate = ajv.compile(JSON.parse(text));
  return validate(document) ? [] : (validate.errors ?? []).map(sentence);
}

function sentence({ instancePath, message = 'is not valid', params }: ErrorObject): string {
  const where = instancePath === '' ? 'the whole' : instancePath.slice(1).replaceAll('/', '.');
  const what = typeof params.additionalProperty === 'string' ? ` (${params.additionalProperty})` : '';
  return `${where}: ${message}${what}`;
}
