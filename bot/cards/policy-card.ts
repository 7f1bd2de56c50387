import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, Container, TextBlock } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelled, labelOf } from './labelled.ts';
import { plainText } from './plain-text.ts';
import { policyChangeRows } from './policy-change-rows.ts';
import { policyForms } from './policy-forms.ts';
import type { PolicyTexts, PolicyView } from './policy-view.ts';
import { policyLabels, policyWords } from './policy-words.ts';
import { shortened } from './shortened.ts';

/** Of the message as it would be written, on the card; the form has it whole. */
const shownOfText = 600;

const items = [
  'mode',
  'quietHours',
  'timeZone',
  'contactAgainAfterHours',
  'approvalMinutes',
  'cobrowseControl',
] as const satisfies readonly (keyof PolicyTexts)[];

/** The policy in force, who changed it last, and for supervisors the forms to change it. */
export function policyCard(view: PolicyView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const mode = policyWords('mode', view.values.mode, words);
  return card(
    locale,
    `${words('policy.title')}. ${mode}`,
    [
      cardTitle(`policy-${view.values.mode}`, words('policy.title'), view.readable ? 'emphasis' : 'warning'),
      ...said(view, words),
      ...(view.readable ? [] : [warning(words('policy.unreadable', { code: 'policy.row-invalid' }))]),
      ...items.flatMap((item) => value(item, view, words)),
      labelOf(words('policy.text')),
      {
        type: 'Container',
        style: 'emphasis',
        spacing: 'small',
        items: plainText(shortened(policyWords('text', view.values.text, words), shownOfText)),
      },
      ...lastChange(view, words),
    ],
    view.mayChange ? policyForms(view, words) : [],
  );
}

/** What came of the press that this card answers. */
function said(view: PolicyView, words: Words): CardElement[] {
  if (view.said === null) return [];
  const style: NonNullable<Container['style']> = view.said === 'meanwhile' ? 'warning' : 'good';
  return [
    {
      type: 'Container',
      id: `policy-said-${view.said}`,
      style,
      items: [
        { type: 'TextBlock', text: words(`policy.said.${view.said}`), weight: 'bolder', wrap: true },
        ...view.meanwhile.flatMap((change) => policyChangeRows(change, words, 0)),
      ],
    },
  ];
}

function value(
  item: (typeof items)[number],
  { values, configured }: PolicyView,
  words: Words,
): CardElement[] {
  const shown = plainText(policyWords(item, values[item], words));
  const instead = words('policy.configured', { value: policyWords(item, configured[item], words) });
  return labelled(
    words(policyLabels[item]),
    ...shown,
    ...(values[item] === configured[item] ? [] : plainText(instead, { size: 'small', isSubtle: true })),
  );
}

function lastChange({ lastChange: change, mayChange }: PolicyView, words: Words): CardElement[] {
  return [
    labelOf(words('policy.last-change')),
    ...(change === null
      ? plainText(words('policy.never-changed')).map((block) => ({ ...block, spacing: 'none' as const }))
      : policyChangeRows(change, words, 0)),
    ...(mayChange ? [] : [labelOf(words('policy.read-only'))]),
  ];
}

function warning(text: string): TextBlock {
  return { type: 'TextBlock', text, color: 'attention', weight: 'bolder', wrap: true };
}
