/** What a translation may name, as Teams' localisation files name it; the titles of commands stay what the bot understands. */
const translatable =
  /^(?:name\.(?:short|full)|description\.(?:short|full)|bots\[0\]\.commandLists\[\d\]\.commands\[\d\]\.description|composeExtensions\[0\]\.commands\[\d\](?:\.parameters\[\d\])?\.(?:title|description))$/;

/** What of a manifest a localisation file leaves in English, and what it translates that is not there; one sentence each. Pure. */
export function untranslated(manifest: unknown, translation: unknown): readonly string[] {
  const wanted = [...paths(manifest, '')].filter((path) => translatable.test(path));
  const given = Object.keys(Object(translation)).filter((key) => key !== '$schema');
  return [
    ...wanted.filter((path) => !given.includes(path)).map((path) => `${path} is not translated`),
    ...given.filter((key) => !wanted.includes(key)).map((key) => `${key} is nothing in the manifest`),
  ];
}

/** Every text of a document by its path: `bots[0].commandLists[0].commands[2].title`. */
function* paths(node: unknown, path: string): Generator<string> {
  if (typeof node === 'string') yield path;
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const step = Array.isArray(node) ? `[${key}]` : path === '' ? key : `.${key}`;
    yield* paths(value, `${path}${step}`);
  }
}
