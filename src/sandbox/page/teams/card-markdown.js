const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * The little markdown Teams shows in a card's text (bold, italics, escapes, line breaks), as HTML. Everything else is
 * escaped first, so no tag or attribute of the text survives.
 *
 * @param {string} text
 * @returns {string}
 */
export function cardMarkdown(text) {
  /** @type {string[]} */
  const literal = [];
  const kept = text.replaceAll(/\\([\\`*_{}[\]()#+\-.!~>|])/g, (_match, sign) => {
    literal.push(sign);
    return `\uE000${literal.length - 1}\uE000`;
  });
  return kept
    .replaceAll(/[&<>"']/g, (sign) => entities[sign])
    .replaceAll(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(^|[\s(])_(\S(?:.*?\S)?)_(?=$|[\s.,;:!?)])/g, '$1<em>$2</em>')
    .replaceAll(/\r?\n/g, '<br>')
    .replaceAll(/\uE000(\d+)\uE000/g, (_match, index) =>
      literal[Number(index)].replaceAll(/[&<>"']/g, (sign) => entities[sign]),
    );
}
