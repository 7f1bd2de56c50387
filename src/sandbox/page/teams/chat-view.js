import { controlApi } from '../link/control-api.js';
import { avatar } from '../shell/avatar.js';
import { element } from '../shell/element.js';
import { clearToasts, orToast, toast } from '../shell/toast.js';
import { clockTime } from '../shell/words-of-time.js';
import { actorIn } from './actor-in.js';
import { composer } from './composer.js';
import { renderCard } from './render-card.js';
import { whoseCard } from './whose-card.js';

const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * The open chat: its posts with their cards, and a box to talk to the bot. A channel asks who you are; a personal chat
 * is one person's.
 *
 * @param {HTMLElement} place
 * @param {any} store
 */
export function chatView(place, store) {
  /** @type {Map<string, { activity: any, drawn: HTMLElement }>} */
  let drawn = new Map();
  let posts = element('div');
  let shownChat = '';
  let height = 0;
  // When a toast takes room below or gives it back, what was at the lower edge stays there.
  const sizes = new ResizeObserver(() => {
    const grown = posts.clientHeight - height;
    const isAtEnd = posts.scrollHeight - posts.scrollTop - posts.clientHeight <= 1;
    if (height > 0 && !(grown > 0 && isAtEnd)) posts.scrollTop -= grown;
    height = posts.clientHeight;
  });

  store.watch(
    (/** @type {any} */ state) => [state.teams?.users, state.chatId],
    ({ teams, chatId, actingUserId }) => {
      const chat = teams?.conversations.find(({ id }) => id === chatId);
      if (chat === undefined) return;
      posts = element('div', { class: 'posts', role: 'region', 'aria-label': 'Posts', tabindex: '0' });
      drawn = new Map();
      sizes.disconnect();
      sizes.observe(posts);
      height = 0;
      shownChat = chatId;
      place.replaceChildren(head(chat, teams, actingUserId, store), posts, ...composer(chat, store));
    },
  );

  store.watch(
    (/** @type {any} */ state) => [state.chatId, state.activities, posts],
    ({ activities, chatId, teams }) => {
      if (chatId !== shownChat || teams === null) return;
      const atEnd = posts.scrollHeight - posts.scrollTop - posts.clientHeight < 80;
      const fresh = drawn.size === 0;
      let latest = /** @type {HTMLElement | null} */ (null);
      let added = false;
      const list = activities[chatId] ?? [];
      posts.querySelector('.empty')?.remove();
      for (const [id, { drawn: old }] of drawn) {
        if (!list.some((activity) => activity.id === id)) {
          old.remove();
          drawn.delete(id);
        }
      }
      for (const activity of list) {
        const before = drawn.get(activity.id);
        if (before?.activity === activity) continue;
        const post = drawPost(activity, teams, store, before !== undefined);
        added ||= before === undefined;
        if (before === undefined) posts.append(post);
        else replacePost(before.drawn, post);
        drawn.set(activity.id, { activity, drawn: post });
        latest = post;
      }
      if (list.length === 0)
        posts.replaceChildren(nothingYet(teams.conversations.find(({ id }) => id === chatId)));
      if (latest === null) return;
      // Whoever reads the end stays there, whatever changes above: what a card has come to stands at its foot.
      if (atEnd && !added && !fresh) posts.scrollTop = posts.scrollHeight;
      else if (fresh || atEnd || latest === posts.lastElementChild) reveal(posts, latest);
    },
  );
}

/** A changed post takes the old one's place, and the focus if it was in there: on the same button, or on the whole post. */
function replacePost(old, post) {
  const focused = document.activeElement;
  const had = focused instanceof HTMLElement && old.contains(focused);
  old.replaceWith(post);
  if (!had) return;
  const same = [...post.querySelectorAll('button')].find(
    (button) => button.textContent === focused.textContent,
  );
  (same ?? post).focus({ preventScroll: true });
}

/** Scrolls a post into view; of one that is too tall, its beginning. */
function reveal(posts, post) {
  const tall = post.offsetHeight > posts.clientHeight;
  posts.scrollTop = tall ? post.offsetTop - 10 : post.offsetTop + post.offsetHeight - posts.clientHeight + 14;
}

function head(chat, teams, actingUserId, store) {
  const channel = chat.kind === 'channel';
  return element(
    'div',
    { class: 'chat-head' },
    element('h3', {}, channel ? `# ${chat.name}` : `${chat.name} and Reachback`),
    channel ? actor(teams.users, actingUserId, store) : element('p', {}, `You are ${chat.name}`),
  );
}

function actor(users, actingUserId, store) {
  const select = element(
    'select',
    { id: 'acting-user' },
    users.map(({ id, name, role }) =>
      element(
        'option',
        { value: id, selected: id === actingUserId },
        role === 'supervisor' ? `${name} (supervisor)` : name,
      ),
    ),
  );
  select.addEventListener('change', () => {
    if (select instanceof HTMLSelectElement) store.update({ actingUserId: select.value });
  });
  return element('label', { class: 'you' }, 'You are', select);
}

function drawPost(activity, teams, store, changed) {
  const fromBot = activity.from === 'bot';
  const author = fromBot
    ? 'Reachback'
    : (teams.users.find(({ id }) => id === activity.from)?.name ?? 'Somebody');
  const cards = (activity.body.attachments ?? []).filter(({ contentType }) => contentType === cardType);
  const text = plain(activity.body.text);
  const chatId = store.get().chatId;
  const chat = teams.conversations.find(({ id }) => id === chatId);
  const content = cards.map(({ content: json }) => {
    const whose = whoseCard(json, store.get().orgs ?? []);
    const card = renderCard(json, whose, (verb, data) => press(chat, store, activity.id, verb, data));
    if (changed) card.classList.add('changed');
    return card;
  });
  return element(
    'article',
    {
      class: `post ${fromBot ? 'bot' : 'person'} ${chat?.kind === 'channel' && activity.body.replyToId ? 'reply' : ''}`,
      'data-activity': activity.id,
      tabindex: '-1',
    },
    fromBot ? element('img', { class: 'avatar', src: '/page/shell/mark.svg', alt: '' }) : avatar(author),
    element(
      'div',
      {},
      element(
        'div',
        { class: 'post-head' },
        element('strong', {}, author),
        fromBot && element('span', { class: 'app-badge' }, 'App'),
        element('time', { datetime: activity.at }, clockTime(activity.at)),
        activity.updatedAt &&
          element('span', { class: 'edited' }, `Changed ${clockTime(activity.updatedAt)}`),
      ),
      text !== '' && element('p', { class: 'post-text' }, text),
      content,
    ),
  );
}

async function press(chat, store, activityId, verb, data) {
  const answer = await orToast(() =>
    controlApi.press(chat.id, { userId: actorIn(chat, store), activityId, verb, data }),
  );
  if (answer !== undefined) clearToasts();
  const body = answer?.body;
  if (typeof body?.value === 'string') toast(body.value);
  else if (typeof body?.value?.message === 'string')
    toast(body.value.message, { bad: body.statusCode >= 400 });
  else if (answer !== undefined && answer.status >= 400) {
    toast(`The bot refused the button (${answer.status}).`, { bad: true });
  }
}

/** What a person would read: mentions as names, no tags. */
function plain(text) {
  return (text ?? '').replaceAll(/<at>(.*?)<\/at>/g, '@$1').trim();
}

function nothingYet(chat) {
  return element(
    'div',
    { class: 'empty' },
    element('strong', {}, 'Nothing here yet'),
    element('span', {}, 'Make an agent available on the left, and a card appears as soon as the bot acts.'),
    chat?.kind === 'channel' &&
      element(
        'span',
        {},
        'Cards that wait for an approval come here; cards of automatic outreach are in the agents’ own chats.',
      ),
  );
}
