/** A word is kept whole unless it takes more than this of what may be shown: some languages write without spaces. */
const longestLeftOut = 1 / 4;

/** A text for a glance: so many characters and lines at the most, and three dots where something was left out, after a whole word. */
export function shortened(text: string, characters: number, lines = 12): string {
  const few = text.split(/\r?\n/).slice(0, lines).join('\n');
  // By code points: half of one is no character.
  const letters = [...few];
  const short = letters.length > characters ? wholeWords(letters, characters) : few;
  return short.length < text.length ? `${short.trimEnd()}…` : text;
}

function wholeWords(letters: readonly string[], characters: number): string {
  const cut = letters.slice(0, characters);
  const gap = /\s/.test(letters[characters] ?? '')
    ? characters
    : cut.findLastIndex((each) => /\s/.test(each));
  return cut.slice(0, gap >= characters * (1 - longestLeftOut) ? gap : characters).join('');
}
