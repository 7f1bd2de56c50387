import { localeFrom } from '../locales/locale.ts';
import { wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardAction, CardElement, ExecuteAction } from './adaptive-card.ts';

/** Teams refreshes for no more people than these (documentation of user specific views). */
const mostPeople = 60;

/** By which button a card asks supervisors for a decision, and by which verb it is asked for anew. */
const asksBy: ReadonlyMap<string, string> = new Map([
  ['outreach.approve', 'outreach.refresh'],
  ['burst.approve-all', 'burst.refresh'],
  ['burst.approve', 'burst.refresh'],
]);

/**
 * The card as everybody sees it: where only supervisors may press, without those buttons; each of `supervisorIds` gets it with
 * them by refreshing. The card as it is where nobody is asked, or where they are not known, or too many. Pure.
 */
export function roleView(card: AdaptiveCard, supervisorIds: readonly string[]): AdaptiveCard {
  const asking = question(card);
  if (asking === null || supervisorIds.length === 0 || supervisorIds.length > mostPeople) return card;
  const { actions: _, body, ...frame } = card;
  const words = wordsOf(localeFrom(card.lang) ?? 'en');
  const text = words('approval.for-supervisors');
  return {
    ...frame,
    body: [
      ...body.map(withoutButtons),
      { type: 'TextBlock', id: 'for-supervisors', text, size: 'small', isSubtle: true, wrap: true },
    ],
    refresh: {
      action: { type: 'Action.Execute', title: words('approval.refresh'), ...asking },
      userIds: supervisorIds,
    },
  };
}

/** What to ask for the card anew by; null where it asks nobody for a decision. */
function question({ actions = [], body }: AdaptiveCard): Pick<ExecuteAction, 'verb' | 'data'> | null {
  for (const action of [...actions, ...body.flatMap(buttonsIn)]) {
    const verb = action.type === 'Action.Execute' ? asksBy.get(action.verb) : undefined;
    if (verb !== undefined && action.type === 'Action.Execute') return { verb, data: action.data };
  }
  return null;
}

/** Of one member of a shared card: not every such card has a button for all. */
function buttonsIn(element: CardElement): readonly CardAction[] {
  if (element.type !== 'Container') return [];
  return element.items.flatMap((item) => (item.type === 'ActionSet' ? item.actions : []));
}

function withoutButtons(element: CardElement): CardElement {
  if (element.type !== 'Container') return element;
  return { ...element, items: element.items.filter(({ type }) => type !== 'ActionSet') };
}
