/** What every route takes: agentless and agents' messages 2,000 characters (SDK 262); of inbound open messages it is *unverified*. */
export const mostCharacters = 2_000;

/** A text in parts of at most so many characters, cut after a line or a word where one ends in the second half of a part. Pure. */
export function splitText(text: string, most = mostCharacters): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = cutAt(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutAt(text: string, most: number): number {
  for (const gap of ['\n', ' ']) {
    const at = text.lastIndexOf(gap, most);
    if (at > most / 2) return at;
  }
  // Never between the two halves of one sign.
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code <= 0xdbff ? most - 1 : most;
}
