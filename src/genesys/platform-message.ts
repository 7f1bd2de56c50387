const longest = 200;
const window = 12;

/**
 * What the platform says about a refusal, at most 200 characters; null when it says nothing or when it repeats part
 * of a text we sent, because customers' words never reach an error or a log.
 */
export function platformMessage(message: string | undefined, requestBody: unknown): string | null {
  if (message === undefined || message.trim() === '') return null;
  const said = message.toLowerCase();
  const repeats = texts(requestBody).some((text) => sharesWords(said, text.toLowerCase()));
  return repeats ? null : message.slice(0, longest);
}

function sharesWords(said: string, text: string): boolean {
  if (text.length <= window) return said.includes(text);
  for (let at = 0; at + window <= text.length; at += 1)
    if (said.includes(text.slice(at, at + window))) return true;
  return false;
}

/** Strings under a key that holds free text, or that look like it; ids, dates and enum words are not customers' words. */
function texts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const free = /text|content|name|message/i.test(key) || /\s/.test(value.trim()) || value.length > 64;
    return free && value.trim().length > 2 && value !== 'text/plain' ? [value.trim()] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => texts(part, Array.isArray(value) ? key : inner));
}
