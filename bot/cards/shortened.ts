/** A text for a glance: so many characters and lines at the most, and three dots where something was left out. */
export function shortened(text: string, characters: number, lines = 12): string {
  const few = text.split(/\r?\n/).slice(0, lines).join('\n');
  // By code points: half of one is no character.
  const letters = [...few];
  const short = letters.length > characters ? letters.slice(0, characters).join('') : few;
  return short.length < text.length ? `${short.trimEnd()}…` : text;
}
