/**
 * Whether a name contains all these words, wherever; case and accents do not matter. No words: every name, and nobody's, too.
 */
export function namedBy(words: string): (name: string | null) => boolean {
  const asked = folded(words).split(/\s+/).filter(Boolean);
  return (name) => {
    const known = folded(name ?? '');
    return asked.every((word) => known.includes(word));
  };
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
