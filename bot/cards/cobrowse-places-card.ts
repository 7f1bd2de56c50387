import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, ExecuteAction } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

/** Where an agent could offer cobrowse. */
export interface CobrowsePlacesView {
  readonly places: readonly {
    readonly conversationId: string;
    readonly customerName: string | null;
    /** The number of the next offer in it. */
    readonly offers: number;
  }[];
  /** The policy lets agents act on pages. */
  readonly control: boolean;
}

/** The conversations an agent is connected in, with a button beside each. */
export function cobrowsePlacesCard(view: CobrowsePlacesView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const title = words('cobrowse.places.title');
  const about = words(view.places.length === 0 ? 'cobrowse.places.none' : 'cobrowse.places.about');
  return card(locale, `${title}. ${about}`, [
    cardTitle('cobrowse-places', title, 'emphasis'),
    { type: 'TextBlock', text: about, wrap: true },
    ...view.places.flatMap((place, index) => row(place, index, view.control, words)),
  ]);
}

function row(
  place: CobrowsePlacesView['places'][number],
  index: number,
  control: boolean,
  words: Words,
): CardElement[] {
  const customer = place.customerName ?? words('outreach.anonymous');
  return [
    ...plainText(customer, { weight: 'bolder' }),
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: cobrowseButtons({ ...place, outreachId: null, control }, customer, words).map((button) => ({
        ...button,
        id: `${button.id}-${index}`,
      })),
    },
  ];
}

/** The buttons that offer cobrowse in a conversation: to view, and where the policy allows it with control. */
export function cobrowseButtons(
  place: {
    readonly conversationId: string;
    /** Of the card the buttons are on; null: another card. */
    readonly outreachId: string | null;
    readonly offers: number;
    readonly control: boolean;
  },
  customer: string,
  words: Words,
): ExecuteAction[] {
  const data = {
    cobrowseOn: place.conversationId,
    // Each drawing has a number of its own: pressed twice, it is one offer.
    cobrowseNo: place.offers,
    ...(place.outreachId === null ? {} : { cobrowseFrom: place.outreachId }),
  };
  const view: ExecuteAction = {
    type: 'Action.Execute',
    id: 'cobrowse',
    title: words('cobrowse.start'),
    tooltip: words('cobrowse.start-tooltip', { customer }),
    verb: 'cobrowse.offer',
    data: { ...data, cobrowseMode: 'view' },
    fallback: 'drop',
  };
  if (!place.control) return [view];
  return [
    view,
    {
      ...view,
      id: 'cobrowse-control',
      title: words('cobrowse.start-control'),
      tooltip: words('cobrowse.start-control-tooltip', { customer }),
      data: { ...data, cobrowseMode: 'control' },
    },
  ];
}
