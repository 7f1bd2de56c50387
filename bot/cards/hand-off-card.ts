import type { MessageKey } from '../locales/en.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardAction, Container } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { handOffSteps } from './hand-off-steps.ts';
import type { HandOffView } from './hand-off-view.ts';
import { labelled } from './labelled.ts';
import { plainText } from './plain-text.ts';
import { stepRows } from './step-rows.ts';

const titles = {
  proposed: 'hand-off.title.under-way',
  asserted: 'hand-off.title.under-way',
  moving: 'hand-off.title.under-way',
  bridged: 'hand-off.title.bridged',
  moved: 'hand-off.title.moved',
  ended: 'hand-off.title.ended',
  refused: 'hand-off.title.failed',
  failed: 'hand-off.title.failed',
  unknown: 'hand-off.title.unknown',
} as const satisfies Readonly<Record<HandOffView['state'], MessageKey>>;

const styles: Readonly<Record<HandOffView['state'], NonNullable<Container['style']>>> = {
  proposed: 'accent',
  asserted: 'accent',
  moving: 'accent',
  bridged: 'good',
  moved: 'good',
  ended: 'emphasis',
  refused: 'attention',
  failed: 'attention',
  unknown: 'warning',
};

/** How a hand-off stands, in a few words. */
export function handOffTitle(state: HandOffView['state'], words: Words): string {
  return words(titles[state]);
}

/** The card that follows a hand-off until its end, for the own people and the partner’s. None of the customer’s words are on it. */
export function handOffCard(view: HandOffView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const { queue, partnerName, agentName, originalQueue, note } = view;
  return card(
    locale,
    handOffSummary(view, locale),
    [
      cardTitle(`hand-off-${view.state}`, titleOf(view, words), styles[view.state]),
      ...labelled(
        words('outreach.customer'),
        ...plainText(customerOf(view, words), { size: 'medium', weight: 'bolder' }),
      ),
      ...labelled(
        words('hand-off.where'),
        ...plainText(words('hand-off.where-value', { partner: partnerName, queue })),
      ),
      ...labelled(
        words('hand-off.from'),
        ...plainText(words('hand-off.from-value', { agent: agentName, queue: originalQueue ?? 'none' })),
      ),
      ...labelled(words('hand-off.why'), ...plainText(reasonOf(view, words))),
      ...(note === null ? [] : labelled(words('hand-off.note-label'), ...plainText(note))),
      ...stepRows(handOffSteps(view, words)),
    ],
    actionsOf(view, words),
  );
}

/** What notifications and chat lists show of it. */
export function handOffSummary(view: HandOffView, locale: Locale): string {
  const words = wordsOf(locale);
  const title = handOffTitle(view.state, words);
  return words('hand-off.fallback', { title, customer: customerOf(view, words), partner: view.partnerName });
}

/** To the partner’s people it was handed. */
function titleOf({ state, side }: HandOffView, words: Words): string {
  const received = side === 'partner' && (state === 'bridged' || state === 'moved');
  return received ? words('hand-off.title.received') : handOffTitle(state, words);
}

/** What is theirs for those who hand off is yours for those who get it. */
function reasonOf({ reason, side }: HandOffView, words: Words): string {
  return side === 'partner' && (reason === 'their-subject' || reason === 'their-language')
    ? words(`hand-off.received-reason.${reason}`)
    : words(`hand-off.reason.${reason}`);
}

function customerOf({ customerName }: HandOffView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}

function actionsOf(view: HandOffView, words: Words): CardAction[] {
  const mayEnd =
    view.contract === 'bridge' && ['proposed', 'asserted', 'moving', 'bridged'].includes(view.state);
  if (view.side === 'partner' || !mayEnd) return [];
  return [
    {
      type: 'Action.Execute',
      id: 'hand-off-end',
      title: words('hand-off.end'),
      tooltip: words('hand-off.end-tooltip', {
        customer: customerOf(view, words),
        partner: view.partnerName,
      }),
      verb: 'hand-off.end',
      data: { handOffId: view.handOffId },
      fallback: 'drop',
    },
  ];
}
