import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { andMore } from './and-more.ts';
import type { AuditChoiceView } from './audit-view.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { numberedRows } from './numbered-rows.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

const longestName = 80;

/** Several customers of one name: which one is meant? Times by the reader's own clock. */
export function auditChoiceCard({ customers, more }: AuditChoiceView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.choice-title');
  return fittingCard(customers.length, (shown) => {
    const rows = customers.slice(0, shown).map(({ last, outreaches }) => ({
      id: last.id,
      at: last.createdAt,
      title: last.customerName ?? words('outreach.anonymous'),
      lines: [
        [
          ...(last.queueName === null ? [] : [shortened(last.queueName, longestName, 1)]),
          words('audit.count', { count: outreaches }),
        ].join(' · '),
      ],
    }));
    const { list, choice, actions } = numberedRows(rows, {
      label: words('audit.choose-customer'),
      show: words('audit.show'),
      tooltip: words('audit.show-tooltip'),
      verb: 'audit.customer',
    });
    return card(
      locale,
      `${title} ${words('audit.choice-intro')}`,
      [
        cardTitle('audit-choice', title, 'emphasis'),
        ...plainText(words('audit.choice-intro')),
        ...list,
        ...andMore(more + customers.length - shown, words),
        ...choice,
      ],
      actions,
    );
  });
}
