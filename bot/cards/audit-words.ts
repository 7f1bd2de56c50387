import type { OutreachState } from '../../src/outreach/outreach.ts';
import { en, type MessageKey } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';
import { heldReasonWords } from './held-reason-words.ts';
import { shortened } from './shortened.ts';

const longestWho = 80;
const longestWhy = 240;

/** Who moved an outreach: a part of the product by its name in this language, a person as they are called. */
export function whoWords(who: string, words: Words): string {
  const key = `audit.who.${who}`;
  return isKey(key) ? words(key) : shortened(who, longestWho, 1);
}

/** Why, as it was written down; the reasons of rules in this language, after their names. */
export function whyWords(why: string, words: Words): string {
  const reasons = why.split(', ');
  if (!reasons.every((reason) => isKey(`held.${reason}`))) return shortened(why, longestWhy, 3);
  return reasons.map((reason) => heldReasonWords(words, reason)).join('; ');
}

export function stateWords(state: OutreachState, words: Words): string {
  return words(`audit.state.${state}`);
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
