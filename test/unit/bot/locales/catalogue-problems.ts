import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';

/** One part of an ICU message, by the numbers its parser gives the kinds of part. */
const part = z.object({
  type: z.number(),
  value: z.unknown().optional(),
  pluralType: z.enum(['cardinal', 'ordinal']).optional(),
  get options(): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{ value: z.ZodArray<typeof part> }>>> {
    return z.record(z.string(), z.object({ value: z.array(part) })).optional();
  },
});
type Part = z.infer<typeof part>;
const literal = 0;
const select = 5;
const plural = 6;

type Catalogue = Readonly<Record<string, string>>;

/**
 * What keeps a catalogue from being the English one in another language, one line each: a key missing or too many, other
 * arguments or choices, a plural without a form the language has or with one it does not have, English left as it is.
 * `alike` are the texts that are the same in both languages; one that is not found so is a problem, too.
 */
export function catalogueProblems(
  locale: string,
  english: Catalogue,
  other: Catalogue,
  alike: ReadonlySet<string> = new Set(),
): string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(other, key));
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(english, key));
  return [
    ...missing.map((key) => `${key} is missing`),
    ...extra.map((key) => `${key} is not in English`),
    ...Object.entries(other).flatMap(([key, message]) => {
      const original = english[key];
      if (original === undefined) return [];
      const problems = [
        ...pluralProblems(locale, message),
        ...argumentProblems(read(original, 'en'), read(message, locale)),
        ...(isLeftInEnglish(locale, original, message) && !alike.has(message) ? ['is left in English'] : []),
      ];
      return problems.map((problem) => `${key} ${problem}`);
    }),
    ...[...alike]
      .filter((text) => !Object.keys(english).some((key) => english[key] === text && other[key] === text))
      .map((text) => `“${text}” is not the same in both`),
  ];
}

function pluralProblems(locale: string, message: string): string[] {
  return allParts(read(message, locale)).flatMap(({ type, options = {}, pluralType }) => {
    if (type !== plural) return [];
    const { pluralCategories } = new Intl.PluralRules(locale, {
      type: pluralType ?? 'cardinal',
    }).resolvedOptions();
    const forms = Object.keys(options).filter((form) => !form.startsWith('='));
    return [
      ...pluralCategories.filter((form) => !forms.includes(form)).map((form) => `lacks the form ${form}`),
      ...forms
        .filter((form) => !pluralCategories.some((known) => known === form))
        .map((form) => `has the form ${form}`),
    ];
  });
}

function argumentProblems(english: readonly Part[], other: readonly Part[]): string[] {
  const wanted = argumentsOf(english);
  const given = argumentsOf(other);
  return wanted === given ? [] : [`asks for ${given}, not ${wanted}`];
}

/** The arguments by name; those that choose by a word with the words. That one language counts in a plural and another does not is fine. */
function argumentsOf(message: readonly Part[]): string {
  const told = allParts(message).flatMap(({ type, value, options = {} }) => {
    if (type === literal || typeof value !== 'string') return [];
    return [type === select ? `${value} (${Object.keys(options).toSorted().join(' ')})` : value];
  });
  return [...new Set(told)].toSorted().join(', ');
}

/** A text of nothing but arguments and signs is in no language. */
function isLeftInEnglish(locale: string, english: string, other: string): boolean {
  return (
    locale !== 'en' &&
    english === other &&
    allParts(read(english, 'en')).some(({ type, value }) => type === literal && /\p{L}/u.test(String(value)))
  );
}

function read(message: string, locale: string): Part[] {
  return z.array(part).parse(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
}

function allParts(message: readonly Part[]): Part[] {
  return message.flatMap((each) => [
    each,
    ...Object.values(each.options ?? {}).flatMap(({ value }) => allParts(value)),
  ]);
}
