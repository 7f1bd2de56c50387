import { controlApi } from '../link/control-api.js';
import { element } from '../shell/element.js';
import { orToast } from '../shell/toast.js';

const ends = {
  OfferingRejected: 'You declined. Nothing was shared.',
  OfferingExpired: 'The offer ran out. Nothing was shared.',
};

/**
 * What the customer's page shows of cobrowse: the offer with its two answers, that the agent sees the page, or what became of it.
 * Hidden until there is an offer.
 *
 * @param {{ answer: (sessionId: string, accepts: boolean) => void }} say the guest's own words to the platform
 */
export function cobrowseOffer(say) {
  const place = element('section', { class: 'cobrowse', 'aria-label': 'Cobrowse', hidden: true });

  const show = (
    /** @type {string} */ state,
    /** @type {string} */ words,
    /** @type {HTMLElement[]} */ ...buttons
  ) => {
    place.hidden = false;
    place.dataset.state = state;
    place.replaceChildren(
      element('p', { role: 'status' }, words),
      element('div', { class: 'cobrowse-answers' }, ...buttons),
    );
  };
  const button = (/** @type {string} */ label, /** @type {() => void} */ press, first = false) =>
    element(
      'button',
      { type: 'button', class: first ? 'button small primary' : 'button small', onclick: press },
      label,
    );

  return {
    place,
    /** An event of the platform. @param {{ type: string, sessionId: string }} event */
    hear({ type, sessionId }) {
      if (type === 'Offering')
        show(
          'offered',
          'The agent asks to look at this page with you.',
          button('Accept', () => say.answer(sessionId, true), true),
          button('Decline', () => say.answer(sessionId, false)),
        );
      else if (type === 'OfferingAccepted')
        show(
          'accepted',
          'The agent sees this page.',
          button('Stop sharing', () =>
            orToast(async () => {
              await controlApi.endCobrowse(sessionId);
              show('ended', 'You stopped sharing.');
            }),
          ),
        );
      else if (ends[type] !== undefined) show('over', ends[type]);
    },
    /** The conversation is over, and with it all that was shared. */
    end() {
      if (place.dataset.state === 'accepted' || place.dataset.state === 'offered')
        show('ended', 'The conversation has ended; nothing is shared any more.');
    },
  };
}
