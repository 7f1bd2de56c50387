/** Words of a language, as a regular expression's text, and what they are in English. */
export type Saying = readonly [words: string, english: string];

/** The text with these words, where they stand alone, said in English; one after the other. */
export function saidAs(text: string, sayings: readonly Saying[]): string {
  return sayings.reduce(
    (said, [words, english]) =>
      said.replaceAll(new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu'), english),
    text,
  );
}
