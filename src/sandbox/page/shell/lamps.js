import { element } from './element.js';

/**
 * The two connections a viewer needs to trust: this page to the sandbox, and the bot to Teams.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function lamps(place, store) {
  store.watch(
    (/** @type {any} */ state) => [state.connection, state.teams?.conversations],
    ({ connection, teams }) => {
      const installed = (teams?.conversations ?? []).filter((chat) => chat.installed).length;
      const sandbox = {
        live: ['good', 'Sandbox live'],
        connecting: ['warn', 'Sandbox connecting…'],
        lost: ['bad', 'Sandbox lost, retrying…'],
      }[connection];
      // Nobody can tell while the sandbox is gone.
      const bot =
        connection === 'lost'
          ? ['unknown', 'Bot not known']
          : installed > 0
            ? ['good', 'Bot installed']
            : ['warn', 'Waiting for the bot…'];
      place.replaceChildren(
        ...[sandbox, bot].map(([colour, words]) =>
          element(
            'li',
            { class: 'lamps-row' },
            element('span', { class: `lamp ${colour}`, 'aria-hidden': 'true' }),
            words,
          ),
        ),
      );
      place.title = teams === null ? '' : `Teams delivers to ${teams.botEndpoint}`;
    },
  );
}
