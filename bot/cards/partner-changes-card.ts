import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { localDateTime } from './local-time.ts';
import type { PartnerFieldName } from './partner-inputs.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

const longestName = 80;

export interface PartnerChangeView {
  readonly at: number;
  readonly by: string;
  readonly id: string;
  /** Null: what was kept cannot be read. */
  readonly name: string | null;
  readonly action: 'registered' | 'changed' | 'removed';
  readonly fields: readonly PartnerFieldName[];
}

/** The audit trail of the partners registered in Teams, newest change first: who did what, without values. */
export function partnerChangesCard(changes: readonly PartnerChangeView[], locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.partners-title');
  const [newest] = changes;
  const spoken = newest === undefined ? words('audit.partners-none') : changeWords(newest, words);
  return fittingCard(changes.length, (shown) =>
    card(locale, `${title}. ${shortened(spoken, 160, 1)}`, [
      cardTitle('audit-partners', title, 'emphasis'),
      ...(changes.length === 0 ? plainText(words('audit.partners-none')) : []),
      ...changes.slice(0, shown).flatMap((change) => rowsOf(change, words)),
    ]),
  );
}

function rowsOf(change: PartnerChangeView, words: Words): CardElement[] {
  const small = { size: 'small', isSubtle: true } as const;
  return [
    ...plainText(shortened(change.by, longestName, 1), { weight: 'bolder' }),
    { type: 'TextBlock', text: localDateTime(change.at), ...small, wrap: true, spacing: 'none' },
    ...plainText(changeWords(change, words), small).map((block) => ({ ...block, spacing: 'none' as const })),
  ];
}

function changeWords({ id, name, action, fields }: PartnerChangeView, words: Words): string {
  const partner = name === null ? id : `${shortened(name, longestName, 1)} (${id})`;
  const named = fields.map((field) => words(`partners.field.${field}`)).join(', ');
  return words('audit.partners-change', { action, partner, fields: named });
}
