import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { type CustomerView, whoAndWhen } from './customer-card.ts';
import { plainText } from './plain-text.ts';

/** Longest text the platform takes. */
const longestText = 2_000;

export interface CustomerFormView extends CustomerView {
  /** In whose name the text is: a Genesys user id. */
  readonly agentId: string;
  /** To be edited. */
  readonly draft: string;
  /** This very form: goes back with it. */
  readonly nonce: string;
  /** The card was just another agent's form. */
  readonly instead: boolean;
}

/** The customer with a text to edit and propose, in the name of the agent who pressed. */
export function customerFormCard(view: CustomerFormView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { conversationId, agentId, draft, nonce, instead } = view;
  const customer = view.customerName ?? words('outreach.anonymous');
  return card(
    locale,
    words('extension.fallback', { customer }),
    [
      cardTitle('customer-form', words('extension.form-title'), 'accent'),
      ...(instead ? plainText(words('extension.for-you'), { color: 'attention' }) : []),
      ...whoAndWhen(view, words),
      {
        type: 'Input.Text',
        id: 'proposeText',
        label: words('outreach.message'),
        value: draft.slice(0, longestText),
        maxLength: longestText,
        isMultiline: true,
        isRequired: true,
        errorMessage: words('follow-up.text-missing'),
      },
    ],
    [
      {
        type: 'Action.Execute',
        id: 'propose',
        title: words('extension.propose'),
        tooltip: words('extension.propose-tooltip', { customer }),
        verb: 'customer.propose',
        data: { conversationId, agentId, nonce },
        style: 'positive',
        fallback: 'drop',
      },
    ],
  );
}
