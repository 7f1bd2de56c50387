import { createWording, type WordingNames } from '../../outreach/wording.ts';

/** Fills the names into a text of the policy. Throws as `createWording` does. */
export type WordingOf = (text: string) => (names: WordingNames) => string;

/** Reading a text costs more than filling it in, and the policy's seldom changes: the last one read is kept. */
export function createWordingOf(): WordingOf {
  let last: { readonly text: string; readonly wording: (names: WordingNames) => string } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, wording: createWording(text) };
    return last.wording;
  };
}
