import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { auditRow } from './audit-rows.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { labelOf } from './labelled.ts';
import { numberedRows } from './numbered-rows.ts';
import { plainText } from './plain-text.ts';

/** What was proposed and sent last, whoever to; each with the way to its trail. Times by the reader's own clock. */
export function auditLatestCard(outreaches: readonly Outreach[], locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.latest-title');
  return fittingCard(outreaches.length, (shown) => {
    const { list, choice, actions } = numberedRows(
      outreaches.slice(0, shown).map((outreach) => auditRow(outreach, true, words)),
      {
        label: words('audit.choose-outreach'),
        show: words('audit.show'),
        tooltip: words('audit.show-tooltip'),
        verb: 'audit.trail',
      },
    );
    return card(
      locale,
      `${title}. ${words('audit.latest-hint')}`,
      [
        cardTitle('audit-latest', title, 'emphasis'),
        ...(outreaches.length === 0 ? plainText(words('audit.latest-none')) : []),
        ...list,
        ...choice,
        labelOf(words('audit.latest-hint')),
      ],
      actions,
    );
  });
}
