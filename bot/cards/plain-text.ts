import type { RichTextBlock, TextRun } from './adaptive-card.ts';

/**
 * Text of people and customers, shown letter by letter: runs render no markdown, every line is a block of its own (line breaks
 * inside a run are lost), and a typed `{{DATE(…)}}` is kept from being computed.
 */
export function plainText(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): RichTextBlock[] {
  return text.split(/\r?\n/).map((line, index) => ({
    type: 'RichTextBlock',
    spacing: index === 0 ? 'default' : 'none',
    inlines: [{ type: 'TextRun', text: literal(line), ...look }],
  }));
}

/** An empty run is dropped by renderers, and with it the empty line. */
function literal(line: string): string {
  return line === '' ? '\u00a0' : line.replaceAll(/\{\{(?=\s*(?:DATE|TIME)\b)/gi, '{\u2060{');
}
