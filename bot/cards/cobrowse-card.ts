import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardAction, CardElement, Container } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { cobrowseSteps } from './cobrowse-steps.ts';
import type { CobrowseView } from './cobrowse-view.ts';
import { labelled } from './labelled.ts';
import { localTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { stepRows } from './step-rows.ts';

const styles: Readonly<Record<CobrowseView['state'], NonNullable<Container['style']>>> = {
  asking: 'emphasis',
  offered: 'accent',
  accepted: 'good',
  rejected: 'warning',
  expired: 'warning',
  ended: 'emphasis',
  unknown: 'warning',
  missing: 'attention',
  refused: 'attention',
};

/** After these an offer may be made once more from its own card; who declined is not pushed by a button. */
const onceMore = new Set<CobrowseView['state']>(['expired', 'ended', 'missing', 'refused']);

/**
 * The card of one offer of cobrowse, for the agent who made it: it says offered until the customer has accepted. The code opens the session to
 * whoever has it, so the card is for that agent's own chat only.
 */
export function cobrowseCard(view: CobrowseView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = titleOf(view, words);
  const customer = customerOf(view, words);
  return card(
    locale,
    words('outreach.fallback', { title, customer }),
    [
      cardTitle(`cobrowse-${view.state}`, title, styles[view.state]),
      ...labelled(words('outreach.customer'), ...plainText(customer, { size: 'medium', weight: 'bolder' })),
      ...labelled(words('cobrowse.mode'), ...plainText(words(`cobrowse.mode.${view.mode}`))),
      ...standing(view, words),
      ...stepRows(cobrowseSteps(view, words)),
    ],
    actionsOf(view, customer, words),
  );
}

/** What notifications and chat lists show of the card. */
export function cobrowseSummary(view: CobrowseView, locale: Locale): string {
  const words = wordsOf(locale);
  return words('outreach.summary', { title: titleOf(view, words), customer: customerOf(view, words) });
}

function titleOf({ state, acceptedAt }: CobrowseView, words: Words): string {
  if (state === 'ended' && acceptedAt === null) return words('cobrowse.title.over');
  return words(`cobrowse.title.${state}`);
}

function customerOf({ customerName }: CobrowseView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}

/** The code to join by, and till when the offer stands. */
function standing({ state, joinCode, offerEndsAt }: CobrowseView, words: Words): CardElement[] {
  const code =
    joinCode === null || (state !== 'offered' && state !== 'accepted')
      ? []
      : labelled(words('cobrowse.code'), ...plainText(joinCode, { size: 'large', weight: 'bolder' }));
  if (state !== 'offered' || offerEndsAt === null) return code;
  return [
    ...code,
    {
      type: 'TextBlock',
      text: words('cobrowse.stands-till', { time: localTime(offerEndsAt) }),
      wrap: true,
    },
  ];
}

function actionsOf(view: CobrowseView, customer: string, words: Words): CardAction[] {
  const again = onceMore.has(view.state) && !view.offeredAgain;
  return [
    ...(again
      ? [
          {
            type: 'Action.Execute',
            id: 'cobrowse-again',
            title: words('cobrowse.again'),
            tooltip: words('cobrowse.start-tooltip', { customer }),
            verb: 'cobrowse.again',
            data: { cobrowseEvent: view.eventId },
            fallback: 'drop',
          } as const,
        ]
      : []),
    ...(view.openAt === null
      ? []
      : [
          {
            type: 'Action.OpenUrl',
            id: 'genesys',
            title: words('reply.in-genesys'),
            tooltip: words('reply.in-genesys-tooltip', { customer }),
            url: view.openAt,
            fallback: 'drop',
          } as const,
        ]),
  ];
}
