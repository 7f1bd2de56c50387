import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
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

/** Why, as it was written down; the reasons of rules in this language, and what the codes of errors mean. */
export function whyWords(why: string, words: Words): string {
  const reasons = why.split(', ').map((reason) => reasonWords(reason, words));
  return shortened(reasons.includes(null) ? why : reasons.join('; '), longestWhy, 3);
}

/** Null for what is neither a rule's reason nor an error's code. */
function reasonWords(reason: string, words: Words): string | null {
  if (isErrorCode(reason)) return `${catalogue[reason].meaning} (${reason})`;
  return isKey(`held.${reason}`) ? heldReasonWords(words, reason) : null;
}

export function stateWords(state: OutreachState, words: Words): string {
  return words(`audit.state.${state}`);
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
