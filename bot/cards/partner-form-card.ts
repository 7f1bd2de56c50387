import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { partnerButton } from './partner-button.ts';
import { type PartnerFieldName, partnerInputs } from './partner-inputs.ts';
import { plainText } from './plain-text.ts';
import type { Step } from './progress-steps.ts';
import { stepRows } from './step-rows.ts';

export interface PartnerFormView {
  /** Whom it changes; null: it registers a new one. */
  readonly of: { readonly id: string; readonly name: string } | null;
  readonly revision: number;
  readonly values: Readonly<Record<PartnerFieldName, string>>;
  /** Of each field, in characters. */
  readonly longest: Readonly<Record<PartnerFieldName, number>>;
  /** Why it was not taken as it was. */
  readonly problems: readonly {
    readonly field: PartnerFieldName | null;
    readonly code: string;
    /** The rest of a sentence about the field; null: the code says it all. */
    readonly wrong: string | null;
  }[];
}

/** The form of a partner, with everything that is wrong with it at once. Secrets are named, never typed. */
export function partnerFormCard(view: PartnerFormView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { of, revision, values, longest, problems } = view;
  const title = words(of === null ? 'partners.form.register' : 'partners.form.change');
  return card(
    locale,
    `${title}. ${words('partners.form.secrets')}`,
    [
      cardTitle('partner-form', title, problems.length === 0 ? 'accent' : 'warning'),
      ...(of === null ? [] : plainText(`${of.name} (${of.id})`, { weight: 'bolder' })),
      secretsHint(words),
      ...partnerInputs(values, longest, of !== null, words),
      // Above the button that was pressed: of a card so long the top is out of sight.
      ...stepRows(problems.map((problem) => rowOf(problem, words))),
    ],
    [
      partnerButton('save', words, {
        partnerRevision: revision,
        ...(of === null ? {} : { partnerOf: of.id }),
      }),
      partnerButton('leave', words),
    ],
  );
}

function rowOf({ field, code, wrong }: PartnerFormView['problems'][number], words: Words): Step {
  const meaning = isErrorCode(code) ? catalogue[code].meaning : code;
  const said = wrong ?? meaning;
  const next = wrong === null && isErrorCode(code) ? [catalogue[code].next] : [];
  return {
    mark: 'problem',
    label:
      field === null
        ? said
        : words('partners.form.wrong', { label: words(`partners.field.${field}`), wrong: said }),
    more: [...next, words('step.code', { code })],
  };
}

function secretsHint(words: Words): CardElement {
  return { type: 'TextBlock', text: words('partners.form.secrets'), isSubtle: true, wrap: true };
}
