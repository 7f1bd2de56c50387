import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { andMore } from './and-more.ts';
import { auditRow } from './audit-rows.ts';
import type { AuditCustomerView } from './audit-view.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { labelled } from './labelled.ts';
import { numberedRows } from './numbered-rows.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

const longestName = 120;

/** What was proposed and sent to one customer, newest first, each with the way to its trail. Times by the reader's own clock. */
export function auditCustomerCard(view: AuditCustomerView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { customerName, outreaches, more } = view;
  const customer = shortened(customerName ?? words('outreach.anonymous'), longestName, 1);
  const title = words('audit.customer-title');
  return fittingCard(outreaches.length, (shown) => {
    const rows = outreaches.slice(0, shown).map((outreach) => auditRow(outreach, false, words));
    const { list, choice, actions } = numberedRows(rows, {
      label: words('audit.choose-outreach'),
      show: words('audit.show'),
      tooltip: words('audit.show-tooltip'),
      verb: 'audit.trail',
    });
    return card(
      locale,
      `${title}: ${customer}`,
      [
        cardTitle('audit-customer-trail', title, 'emphasis'),
        ...labelled(words('outreach.customer'), ...plainText(customer, { weight: 'bolder' })),
        ...list,
        ...andMore(more + outreaches.length - shown, words),
        ...choice,
      ],
      actions,
    );
  });
}
