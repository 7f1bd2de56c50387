import { avatar } from '../shell/avatar.js';
import { element, replaceContent } from '../shell/element.js';

/**
 * The list of chats: the team's channel, the supervisor, the agents; with how much there is new.
 *
 * @param {HTMLElement} place
 * @param {any} store
 * @param {(chatId: string) => void} open
 */
export function chatList(place, store, open) {
  store.watch(
    (/** @type {any} */ state) => [state.teams?.conversations, state.chatId, state.unread],
    ({ teams, chatId, unread }) => {
      if (teams === null) return;
      const supervisors = new Set(
        teams.users.filter(({ role }) => role === 'supervisor').map(({ id }) => id),
      );
      const kinds = [
        { title: teams.team.name, chats: teams.conversations.filter(({ kind }) => kind === 'channel') },
        { title: 'Supervisor', chats: teams.conversations.filter(({ userId }) => supervisors.has(userId)) },
        {
          title: 'Agents’ chats',
          chats: teams.conversations.filter(
            ({ kind, userId }) => kind === 'personal' && !supervisors.has(userId),
          ),
        },
      ];
      replaceContent(
        place,
        ...kinds.flatMap(({ title, chats }) => [
          element('h3', {}, title),
          element(
            'ul',
            {},
            chats.map((chat) =>
              element('li', {}, chatLink(chat, chat.id === chatId, unread[chat.id]?.length ?? 0, open)),
            ),
          ),
        ]),
      );
    },
  );
}

function chatLink(chat, current, unread, open) {
  const face =
    chat.kind === 'channel'
      ? element('span', { class: 'avatar small channel', 'aria-hidden': 'true' }, '#')
      : avatar(chat.name, 'small');
  return element(
    'button',
    {
      type: 'button',
      class: unread > 0 ? 'chat-link unread' : 'chat-link',
      'aria-current': current ? 'true' : null,
      'data-key': `chat-${chat.id}`,
      'data-chat': chat.name,
      onclick: () => open(chat.id),
    },
    face,
    element('span', { class: 'name', title: chat.name }, chat.name),
    unread > 0 &&
      element(
        'span',
        { class: 'badge' },
        String(unread),
        element('span', { class: 'visually-hidden' }, ' new'),
      ),
  );
}
