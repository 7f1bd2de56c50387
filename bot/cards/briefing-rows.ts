import type { SaidBefore } from '../../src/outreach/briefing.ts';
import type { Words } from '../locales/words.ts';
import type { CardElement, TextBlock } from './adaptive-card.ts';
import { labelled, labelOf } from './labelled.ts';
import type { OutreachView } from './outreach-view.ts';
import { plainText } from './plain-text.ts';

/** What was written last, before somebody decides whether to write once more. */
export function lastWordsRows({ briefing, customerName }: OutreachView, words: Words): CardElement[] {
  const label = words('approval.last-words');
  if (briefing === null) return labelled(label, own(words('approval.reading')));
  const { said } = briefing;
  if (said === null) return labelled(label, own(words('approval.words-unread')));
  if (said.length === 0) return labelled(label, own(words('approval.words-none')));
  const customer = customerName ?? words('outreach.anonymous');
  return [
    labelOf(label),
    {
      type: 'Container',
      id: 'last-words',
      spacing: 'none',
      items: said.map((one) =>
        line(one, one.by === 'customer' ? customer : words('approval.our-side'), words),
      ),
    },
  ];
}

/** What the rules say, in one line; they are asked again when it is sent. */
export function rulesRows({ briefing, sendAt }: OutreachView, words: Words): CardElement[] {
  const label = words('approval.rules');
  if (sendAt !== null) return labelled(label, own(words('approval.rules-later')));
  if (briefing === null) return [];
  const { standsInTheWay } = briefing;
  if (standsInTheWay === null) return labelled(label, own(words('approval.rules-unchecked')));
  const [first] = standsInTheWay;
  if (first === undefined) return labelled(label, own(words('approval.rules-passed')));
  const reason = words('approval.rules-hold', { reason: first });
  return labelled(label, ...plainText(reason, { color: 'attention', weight: 'bolder' }));
}

/** Who said it, and what: side by side, the name less loud than the words. */
function line({ text }: SaidBefore, who: string, words: Words): CardElement {
  const [one] = plainText(text);
  const [name] = plainText(words('approval.said-by', { who }), { isSubtle: true });
  const inlines = [
    ...(name?.inlines ?? []),
    { type: 'TextRun', text: ' ' } as const,
    ...(one?.inlines ?? []),
  ];
  return { type: 'RichTextBlock', spacing: 'small', inlines };
}

function own(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true };
}
