import type { Words } from '../locales/words.ts';
import type { CardElement } from './adaptive-card.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import type { PolicyChangeView } from './policy-view.ts';
import { policyLabels, policyWords } from './policy-words.ts';
import { shortened } from './shortened.ts';

const longestName = 80;
const longestValue = 120;

/** Who changed what of the policy, and when. `longestText`: how much of a message is shown; 0 only says that it is another one. */
export function policyChangeRows(change: PolicyChangeView, words: Words, longestText: number): CardElement[] {
  const small = { size: 'small', isSubtle: true } as const;
  return [
    ...plainText(shortened(change.by, longestName, 1), { weight: 'bolder' }),
    {
      type: 'TextBlock',
      text: localDateTime(change.at),
      size: 'small',
      isSubtle: true,
      wrap: true,
      spacing: 'none',
    },
    ...linesOf(change, words, longestText).flatMap((line) =>
      plainText(line, small).map((block) => ({ ...block, spacing: 'none' as const })),
    ),
  ];
}

function linesOf({ items }: PolicyChangeView, words: Words, longestText: number): string[] {
  if (items === null) return [words('policy.change.unreadable')];
  if (items.length === 0) return [words('policy.change.nothing')];
  return items.map(({ item, from, to }) => {
    const label = words(policyLabels[item]);
    if (item === 'text' && longestText === 0) return words('policy.change.text', { label });
    const said = (written: string): string =>
      item === 'text'
        ? shortened(written, longestText, 1)
        : shortened(policyWords(item, written, words), longestValue, 1);
    return words('policy.change.line', { label, from: said(from), to: said(to) });
  });
}
