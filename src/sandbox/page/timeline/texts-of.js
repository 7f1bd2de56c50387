/** Every text a card shows, as it is read: without the signs that keep markdown out. @param {unknown} json @returns {string[]} */
export function textsOf(json) {
  if (Array.isArray(json)) return json.flatMap(textsOf);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string'
      ? [value.replaceAll(/\\([\\`*_{}[\]()#+\-.!~>|])/g, '$1')]
      : textsOf(value),
  );
}
