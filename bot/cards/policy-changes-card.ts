import type { Locale } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { fittingCard } from './fitting-card.ts';
import { plainText } from './plain-text.ts';
import { policyChangeRows } from './policy-change-rows.ts';
import type { PolicyChangeView } from './policy-view.ts';
import { shortened } from './shortened.ts';

/** Enough of a message to tell it from the one before. */
const shownOfText = 160;

/** The audit trail of the policy, newest change first. */
export function policyChangesCard(changes: readonly PolicyChangeView[], locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('audit.policy-title');
  const [newest] = changes;
  const spoken =
    newest === undefined ? words('policy.never-changed') : `${words('policy.last-change')}: ${newest.by}`;
  return fittingCard(changes.length, (shown) =>
    card(locale, `${title}. ${shortened(spoken, 160, 1)}`, [
      cardTitle('audit-policy', title, 'emphasis'),
      ...(changes.length === 0 ? plainText(words('policy.never-changed')) : []),
      ...changes.slice(0, shown).flatMap((change) => policyChangeRows(change, words, shownOfText)),
    ]),
  );
}
