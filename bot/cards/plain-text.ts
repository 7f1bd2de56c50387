import type { RichTextBlock, TextRun } from './adaptive-card.ts';

/** Each line takes room, and a card that is too big is shown without words and buttons. */
const mostBlocks = 40;

/**
 * Text of people and customers, shown letter by letter: runs render no markdown, every line is a block of its own (line breaks
 * inside a run are lost), and a typed `{{DATE(…)}}` is kept from being computed.
 * Of very many lines all words are there, the last ones in one block with their breaks as ⏎.
 */
export function plainText(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): RichTextBlock[] {
  const lines = text.split(/\r?\n/);
  const shown =
    lines.length <= mostBlocks
      ? lines
      : [...lines.slice(0, mostBlocks - 1), lines.slice(mostBlocks - 1).join('⏎')];
  return shown.map((line, index) => ({
    type: 'RichTextBlock',
    spacing: index === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: literal(line), ...look }],
  }));
}

/** An empty run is dropped by renderers, and with it the empty line. */
function literal(line: string): string {
  return line === '' ? '\u00a0' : line.replaceAll(/\{\{(?=\s*(?:DATE|TIME)\b)/gi, '{\u2060{');
}
