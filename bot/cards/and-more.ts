import type { Words } from '../locales/words.ts';
import type { TextBlock } from './adaptive-card.ts';
import { labelOf } from './labelled.ts';

/** What a list leaves out: nothing said where it is whole. */
export function andMore(count: number, words: Words): TextBlock[] {
  return count === 0 ? [] : [labelOf(words('audit.more', { count }))];
}
