import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, ExecuteAction } from './adaptive-card.ts';
import { andMore } from './and-more.ts';
import type { AuditStepView, AuditTrailView } from './audit-view.ts';
import { stateWords, whoWords, whyWords } from './audit-words.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { labelled, labelOf } from './labelled.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

const longestName = 120;
const shownOfText = 600;

/** One outreach: to whom, in whose name, which text, and every step with who, when and why. Times by the reader's own clock. */
export function auditTrailCard({ outreach, steps, more }: AuditTrailView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.title');
  const customer = outreach.customerName ?? words('outreach.anonymous');
  const named = (label: string, value: string): CardElement[] =>
    labelled(label, ...plainText(shortened(value, longestName, 1)));
  return fittingCard(steps.length, (shown) =>
    card(
      locale,
      `${title}: ${shortened(customer, longestName, 1)}. ${stateWords(outreach.state, words)}`,
      [
        cardTitle(`audit-${outreach.state}`, title, 'emphasis'),
        ...named(words('outreach.customer'), customer),
        ...named(words('outreach.agent'), outreach.agentName),
        ...named(words('audit.id'), outreach.id),
        labelOf(words('outreach.message')),
        {
          type: 'Container',
          style: 'emphasis',
          spacing: 'small',
          items: plainText(shortened(outreach.text, shownOfText)),
        },
        labelOf(words('audit.steps')),
        ...steps.slice(0, shown).flatMap((step) => rowsOf(step, words)),
        ...andMore(more + steps.length - shown, words),
      ],
      [allOf(outreach.id, words)],
    ),
  );
}

function rowsOf({ at, who, why, from, to }: AuditStepView, words: Words): CardElement[] {
  const states = words('audit.step', {
    from: from === null ? 'none' : stateWords(from, words),
    to: stateWords(to, words),
  });
  const below = [whoWords(who, words), whyWords(why, words)].join(' · ');
  return [
    {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            ...plainText(states, { weight: 'bolder' }),
            ...plainText(below, { size: 'small', isSubtle: true }).map((block) => ({
              ...block,
              spacing: 'none' as const,
            })),
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          items: [{ type: 'TextBlock', text: localDateTime(at), size: 'small', isSubtle: true, wrap: true }],
        },
      ],
    },
  ];
}

function allOf(outreachId: string, words: Words): ExecuteAction {
  return {
    type: 'Action.Execute',
    id: 'audit-customer',
    title: words('audit.all-of-customer'),
    tooltip: words('audit.all-of-customer-tooltip'),
    verb: 'audit.customer',
    data: { auditOf: outreachId },
    fallback: 'drop',
  };
}
