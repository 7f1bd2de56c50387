import { thrownBody } from './thrown-body.ts';

/**
 * Objects in a paste: the whole of it, each line of it, or what stands between its first and last brace; of what a client library threw,
 * the answer's body it holds. Pure.
 */
export function jsonIn(paste: string): object[] {
  return objectsIn(paste).map((each) => thrownBody(each) ?? each);
}

function objectsIn(paste: string): object[] {
  const whole = objectOf(paste.trim());
  if (whole !== null) return [whole];
  const lines = paste
    .split('\n')
    .map((line) => objectOf(line.trim()))
    .filter((each) => each !== null);
  if (lines.length > 0) return lines;
  const [from, to] = [paste.indexOf('{'), paste.lastIndexOf('}')];
  const between = from < 0 || to < from ? null : objectOf(paste.slice(from, to + 1));
  return between === null ? [] : [between];
}

function objectOf(text: string): object | null {
  if (!/^["{[]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    // A body that was quoted once more on its way into the paste.
    if (typeof value === 'string') return objectOf(value.trim());
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
