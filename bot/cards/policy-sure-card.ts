import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, ExecuteAction } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';
import type { PolicyTexts } from './policy-view.ts';
import { policyLabels, policyWords } from './policy-words.ts';

/** Which items of the policy say what a loosening is about; the others are said by the question. */
const shownWith = {
  automatic: [],
  'cobrowse-control': [],
  'quiet-hours': ['quietHours', 'timeZone'],
  'contact-again': ['contactAgainAfterHours'],
} as const satisfies Record<string, readonly (keyof PolicyTexts)[]>;

export interface PolicySureView {
  /** What the change lets go; at least one. */
  readonly loosens: readonly (keyof typeof shownWith)[];
  readonly from: PolicyTexts;
  readonly to: PolicyTexts;
  /** The button to be pressed once more, and what it brought along. */
  readonly verb: string;
  readonly data: ExecuteAction['data'];
}

/** The question before something is let go that was kept back: the change is only made by the second yes. */
export function policySureCard(view: PolicySureView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const questions = view.loosens.map((loosening) => words(`policy.sure.${loosening}`));
  return card(
    locale,
    [words('policy.sure.title'), ...questions].join('. '),
    [
      cardTitle('policy-sure', words('policy.sure.title'), 'warning'),
      ...view.loosens.flatMap((loosening) => question(loosening, view, words)),
    ],
    [
      {
        ...button,
        id: 'policy-sure-yes',
        title: words('policy.sure.yes'),
        tooltip: words('policy.sure.yes-tooltip'),
        verb: view.verb,
        data: { ...view.data, policySure: 'yes' },
        style: 'destructive',
      },
      {
        ...button,
        id: 'policy-sure-no',
        title: words('policy.sure.no'),
        tooltip: words('policy.sure.no-tooltip'),
        verb: 'policy.show',
        data: {},
      },
    ],
  );
}

const button = { type: 'Action.Execute', fallback: 'drop' } as const;

function question(
  loosening: PolicySureView['loosens'][number],
  { from, to }: PolicySureView,
  words: Words,
): CardElement[] {
  const asked = plainText(words(`policy.sure.${loosening}`), { weight: 'bolder' });
  const changed = shownWith[loosening].filter((item) => from[item] !== to[item]);
  return [
    ...asked,
    ...changed.flatMap((item) =>
      plainText(
        words('policy.change.line', {
          label: words(policyLabels[item]),
          from: policyWords(item, from[item], words),
          to: policyWords(item, to[item], words),
        }),
      ),
    ),
  ];
}
